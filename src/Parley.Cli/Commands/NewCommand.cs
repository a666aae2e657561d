using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Parley.Cli.Running;

namespace Parley.Cli.Commands;

/// <summary><c>parley new FILE --rung N</c>: a commented starter to write a case from.</summary>
internal static class NewCommand
{
    private static readonly int[] Rungs = [1, 3, 6, 9];

    public static Command Build(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write; it must not exist." };
        var rung = new Option<int>("--rung")
        {
            HelpName = "1|3|6|9",
            Description = "1: points; 3: what holds today; 6: control and ratification; 9: dates, events and the rest.",
            DefaultValueFactory = _ => Rungs[0],
        };
        rung.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var n) && !Rungs.Contains(n))
            {
                result.AddError($"There is no starter for rung {n}; --rung takes 1, 3, 6 or 9.");
            }
        });
        var command = new Command("new", "Write a commented starter case.") { file, rung };
        command.SetAction(words => Run(context, words, words.GetRequiredValue(file), words.GetValue(rung)));
        return command;
    }

    private static int Run(CommandContext context, ParseResult words, string file, int rung)
    {
        var face = context.Face;
        var path = face.PathOf(file);
        try
        {
            using var starter = Starter(rung);
            using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            starter.CopyTo(target);
        }
        catch (IOException) when (File.Exists(path) || Directory.Exists(path))
        {
            return face.Refuse($"'{file}' exists already; it is left as it is.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return face.Refuse($"'{file}' cannot be written.");
        }

        if (context.WantsJson(words)) face.Output.WriteLine($"{{ \"file\": {JsonString(file)}, \"rung\": {rung} }}");
        else face.Output.WriteLine($"Wrote {file}. Next: parley analyze {file}");
        return ExitCode.Fine;
    }

    private static Stream Starter(int rung)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"rung-{rung:00}.yaml");
        return typeof(NewCommand).Assembly.GetManifestResourceStream(name)
            ?? throw new System.Diagnostics.UnreachableException($"starter {name} is not built in");
    }

    private static string JsonString(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
