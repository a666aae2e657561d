using System.CommandLine;
using Parley.Cases.Model;
using Parley.Draws;

namespace Parley.Cli.Running;

/// <summary>Options of commands that draw numbers.</summary>
internal sealed class DrawOptions
{
    private const long MostDraws = 1_000_000_000;

    private static readonly (string Word, SamplingKind Kind)[] Kinds =
        [("independent", SamplingKind.Independent), ("latin", SamplingKind.LatinHypercube), ("sobol", SamplingKind.Sobol)];

    public DrawOptions(long draws = 10_000, long least = 1)
    {
        Draws = new("--draws") { HelpName = "N", Description = "Draws of all uncertain numbers.", DefaultValueFactory = _ => draws };
        Needs(Draws, n => n >= least && n <= MostDraws, $"--draws takes a number from {least} to a thousand million.");
        Sampling.AcceptOnlyFromAmong([.. Kinds.Select(k => k.Word)]);
    }

    public Option<long> Draws { get; }

    public Option<ulong> Seed { get; } = SeedOption();

    public Option<string> Sampling { get; } = new("--sampling")
    {
        HelpName = string.Join('|', Kinds.Select(k => k.Word)),
        Description = "How draws hang together.",
        DefaultValueFactory = _ => Kinds[0].Word,
    };

    public Option<int> Threads { get; } = ThreadsOption();

    public SamplingKind Kind(ParseResult words) => Kinds.First(k => k.Word == words.GetValue(Sampling)).Kind;

    /// <summary>Complains about a case of more numbers than Sobol points have directions, and returns the exit code; null where it can be drawn.</summary>
    public int? Refusal(ParseResult words, Face face, CaseModel baseCase) =>
        Kind(words) == SamplingKind.Sobol && SobolLimit.DirectionsFor(baseCase) is var needed and > SobolLimit.Directions
            ? face.Refuse(
                $"Sobol's sequence has at most {SobolLimit.Directions} directions here, and '{baseCase.Name}' has {needed} uncertain numbers and common factors. "
                + $"Use {Sampling.Name} latin or independent.")
            : null;

    public int ThreadsOf(ParseResult words) => ThreadsOf(words, Threads);

    public static int ThreadsOf(ParseResult words, Option<int> option) => words.GetValue(option) is var threads and > 0 ? threads : Environment.ProcessorCount;

    /// <summary>The option that says which draws are made.</summary>
    public static Option<ulong> SeedOption() => new("--seed") { HelpName = "S", Description = "Equal seeds give equal answers.", DefaultValueFactory = _ => 1 };

    /// <summary>The option that says how many threads work.</summary>
    public static Option<int> ThreadsOption()
    {
        var threads = new Option<int>("--threads") { HelpName = "N", Description = "Threads; the answer does not hang on it. All cores when left out." };
        Needs(threads, n => n is >= 0 and <= 256, "--threads takes a number up to 256; 0 for all cores.");
        return threads;
    }

    public void AddTo(Command command)
    {
        command.Options.Add(Draws);
        command.Options.Add(Seed);
        command.Options.Add(Sampling);
        command.Options.Add(Threads);
    }

    /// <summary>Complains where a value is out of its range.</summary>
    public static void Needs<T>(Option<T> option, Func<T?, bool> isFine, string message) => option.Validators.Add(result =>
    {
        try
        {
            if (!isFine(result.GetValueOrDefault<T>())) result.AddError(message);
        }
        catch (InvalidOperationException)
        {
            result.AddError(message); // no number at all
        }
    });
}
