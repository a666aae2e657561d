using System.CommandLine;
using Parley.Cases.Text;

namespace Parley.Cli.Running;

/// <summary>A file that an answer is also written to: a drawing, or a table for spreadsheets.</summary>
internal sealed class ExtraFile
{
    private ExtraFile(string name, string help, string[] endings)
    {
        Option = new(name) { HelpName = "FILE", Description = help };
        EndsIn(Option, endings);
    }

    /// <summary>The option that names it.</summary>
    public Option<string?> Option { get; }

    /// <summary>Where a drawing goes.</summary>
    /// <param name="help">What is drawn.</param>
    /// <param name="endings">What its name may end in; .svg when left out.</param>
    public static ExtraFile Picture(string help, params string[] endings) => new("--picture", help, endings.Length == 0 ? [".svg"] : endings);

    /// <summary>Where a table goes.</summary>
    /// <param name="help">What is in it.</param>
    public static ExtraFile Csv(string help) => new("--csv", help, [".csv"]);

    /// <summary>Complains where the name of a file ends otherwise, so that no case is written over by a slip.</summary>
    public static void EndsIn(Option option, params string[] endings) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && !endings.Any(e => result.Tokens[0].Value.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            result.AddError($"{option.Name} takes a file that ends in {string.Join(" or ", endings)}.");
    });

    /// <summary>Whether it was asked for.</summary>
    public bool IsWanted(ParseResult words) => words.GetValue(Option) is not null;

    /// <summary>Writes it where it was asked for, and returns its name then.</summary>
    /// <param name="face">Whose folder it goes to.</param>
    /// <param name="words">What was asked.</param>
    /// <param name="text">What goes in; made only when it is written.</param>
    public string? Write(Face face, ParseResult words, Func<string> text) => Write(face, words.GetValue(Option), text);

    /// <summary>Writes a file of this or any other kind under a name; null for none.</summary>
    public static string? Write(Face face, string? file, Func<string> text)
    {
        if (file is not null) CaseFile.WriteText(face.PathOf(file), text());
        return file;
    }
}
