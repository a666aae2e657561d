using System.Collections.Immutable;
using System.Diagnostics;
using Parley.Cases.Checks;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using YamlDotNet.Core;

namespace Parley.Cases.Text;

/// <summary>Reads a case from its text.</summary>
/// <remarks>
/// Never throws on any text. All findings come at once, in the order of the text; where the text is not well-formed,
/// the place is mended in a copy and the rest is checked all the same.
/// </remarks>
public static class CaseReader
{
    /// <summary>Reads a case.</summary>
    /// <param name="fileName">The name that findings show.</param>
    /// <param name="text">The text; a byte-order mark and any line ends are accepted.</param>
    public static Checked<CaseModel> Read(string fileName, string text) => Read(fileName, text, "'case: NAME', 'parties:' and 'issues:'", ReadRoot);

    /// <summary>Reads something from the text of a case file.</summary>
    /// <param name="fileName">The name that findings show.</param>
    /// <param name="text">The text; a byte-order mark and any line ends are accepted.</param>
    /// <param name="beginning">How such a file begins, for one that is empty.</param>
    /// <param name="readRoot">Makes it of the text's tree, with findings in the context.</param>
    internal static Checked<T> Read<T>(string fileName, string text, string beginning, Func<CaseNode, ReaderContext, T?> readRoot)
        where T : class
    {
        if (text.StartsWith('\uFEFF')) text = text[1..];
        var source = new SourceText(fileName, text.Length > CaseLimits.FileBytes ? string.Empty : text);
        var context = new ReaderContext(source);
        if (text.Length > CaseLimits.FileBytes)
        {
            context.Add(ReaderMessages.FileTooLarge(), 0, 0);
            return new(null, context.Finish());
        }
        var root = Parse(source, context, beginning);
        var made = root is null ? null : readRoot(root, context);
        return new(context.HasErrors ? null : made, context.Finish());
    }

    /// <summary>The tree of a text, or null with findings.</summary>
    private static CaseNode? Parse(SourceText source, ReaderContext context, string beginning)
    {
        YamlRepair.ReplaceBadCharacters(source, context);
        for (var repairs = 0; ; repairs++)
        {
            try
            {
                var tree = YamlTree.Build(source);
                foreach (var (message, start, end) in tree.Findings) context.Add(message, start, end - start);
                if (tree.Root is null or ScalarNode { IsEmpty: true } && !context.HasErrors) context.Add(ReaderMessages.EmptyFile(beginning), 0, 0);
                return tree.Root;
            }
            catch (LimitException limit)
            {
                context.Add(limit.Finding, limit.At, 1);
                return null;
            }
            catch (Exception stopped) when (stopped is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
            {
                if (repairs >= CaseLimits.Repairs || !YamlRepair.Mend(source, context, stopped))
                {
                    if (!context.HasErrors) context.Add(ReaderMessages.BadYaml(stopped.Message), 0, 0);
                    return null;
                }
            }
        }
    }

    private static CaseModel? ReadRoot(CaseNode root, ReaderContext context)
    {
        if (root is ScalarNode { IsEmpty: true }) return null;
        if (root is not MapNode map || map.Entries.TrueForAll(e => e.Key.Text is not ("case" or "parties" or "issues")))
        {
            if (!context.HasErrors) context.Add(ReaderMessages.NotACase(root is MapNode ? "a map of other things" : root.Kind), root);
            return null;
        }
        if (map["conflict"] is not null && map["parties"] is null && map["issues"] is null)
        {
            if (!context.HasErrors) context.Add(ReaderMessages.ConflictAlone(), map.Entries.Find(e => e.Key.Text == "conflict")!.Key); // it is there
            return null;
        }
        context.Root = map;
        var scope = CaseScope.Gather(map, context);
        var top = new FieldMap(scope, CaseFields.Top, map, "a case", map);
        top.HasRequired();
        scope.DefaultRange = top.Percent("default_range");
        var model = new CaseModel
        {
            Name = CaseHead.Name(top, scope),
            Title = top.Text("title"),
            AsOf = top.Date("as_of"),
            Note = top.Text("note"),
            Source = top.Source(),
            SubstantiveFrom = top.Number("substantive_from", NumberDomain.AtLeastZero),
            DefaultRange = scope.DefaultRange,
            CostOfTalks = top.Number("cost_of_talks", NumberDomain.Share),
            DealMustSettle = CaseHead.DealMustSettle(top, scope),
            Signatories = CaseHead.Signatories(top, scope),
            MoneyTransferable = CaseHead.MoneyTransferable(top, scope),
            UtilitiesComparable = top.Word("utilities") is not null,
            Sources = EvidenceReader.Sources(top, scope),
            Quotes = EvidenceReader.Quotes(top, scope),
            Dimensions = CaseHead.Dimensions(top, scope),
            Parameters = PartyReader.Parameters(top, scope),
            Parties = PartyReader.Parties(top, scope),
            Issues = IssueReader.Issues(top, scope),
            Rules = RuleReader.Rules(top, scope),
            Deals = CaseHead.Deals(top, scope),
            StandingEffects = CaseHead.StandingEffects(top, scope),
            Dependence = DependenceReader.Read(top, scope),
            Overlays = OverlayReader.Overlays(top, scope, out var edits),
            Claims = EvidenceReader.Claims(top, scope),
        };
        CaseChecks.Run(model, context);
        OverlayReader.CheckEdits(model, edits, context);
        return model;
    }
}
