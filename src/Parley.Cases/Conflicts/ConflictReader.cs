using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Text;

namespace Parley.Cases.Conflicts;

/// <summary>Reads the conflict of a case file.</summary>
/// <remarks>
/// Never throws on any text; all findings come at once, in the order of the text. The rest of the case is left to the case
/// reader, but for the names of its parties and sources.
/// </remarks>
public static class ConflictReader
{
    /// <summary>Reads the conflict.</summary>
    /// <param name="fileName">The name that findings show.</param>
    /// <param name="text">The text of the case file; a byte-order mark and any line ends are accepted.</param>
    public static Checked<Conflict> Read(string fileName, string text) => CaseReader.Read(fileName, text, "'case: NAME' and 'conflict:'", ReadRoot);

    /// <summary>Whether a text is a case file with a conflict in it, well-formed or not.</summary>
    public static bool HasConflict(string text) =>
        text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('{')
            ? text.Split('\n').Any(line => line.AsSpan().TrimStart().StartsWith("\"conflict\""))
            : text.Split('\n').Any(line => line.StartsWith("conflict:", StringComparison.Ordinal));

    private static Conflict? ReadRoot(CaseNode root, ReaderContext context)
    {
        if (root is not MapNode map || map["conflict"] is not { } section)
        {
            if (!context.HasErrors) context.Add(ConflictMessages.NoConflict(), root);
            return null;
        }
        var names = CaseScope.Gather(map, context);
        var top = new FieldMap(names, CaseFields.Top, map, "a case", map);
        if (!top.Has("case")) context.Add(ReaderMessages.MissingKey("case", "The case"), map);
        var name = CaseHead.Name(top, names);
        var fields = new FieldMap(names, ConflictFields.Conflict, section, "a conflict", section);
        if (section is not MapNode)
        {
            if (section is ScalarNode { IsEmpty: true }) context.Add(ConflictMessages.NeitherForm(), map);
            return null;
        }
        var scope = new ConflictScope(fields, names, context);
        var before = context.ErrorCount;
        ConflictPartsReader.Parties(fields, map, scope);
        ConflictPartsReader.Options(fields, scope);
        ConflictPartsReader.Conditions(fields, scope);
        ConflictPartsReader.States(fields, scope);
        scope.HasSoundStates = context.ErrorCount == before;
        var conflict = new Conflict
        {
            Name = name,
            Title = fields.Text("title") ?? top.Text("title"),
            Note = fields.Text("note") ?? top.Text("note"),
            Source = fields.Source() ?? top.Source(),
            Parties = [.. scope.Parties],
            Options = [.. scope.Options],
            Infeasible = [.. scope.Infeasible],
            SameState = [.. scope.SameState],
            States = [.. scope.States],
            Preferences = [],
            Span = context.Span(section),
        };
        scope.Conflict = conflict;
        conflict = conflict with { Moves = ConflictPartsReader.Moves(fields, scope), StatusQuo = ConflictPartsReader.StatusQuo(fields, scope) };
        conflict = conflict with { Preferences = PreferenceReader.Preferences(fields, scope) };
        ConflictChecks.Run(conflict, scope);
        return conflict with { Perceptions = PerceptionReader.Perceptions(fields, conflict, scope) };
    }
}
