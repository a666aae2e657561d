using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>What the file declares, gathered before anything is read, so that a reference may stand above its declaration.</summary>
internal sealed class CaseScope : INumberScope
{
    private readonly Dictionary<string, ScalarNode> sources = new(StringComparer.Ordinal);

    private CaseScope(ReaderContext context) => Context = context;

    public ReaderContext Context { get; }

    /// <summary>Parties and their roles, in order.</summary>
    public OrderedDictionary<string, PartyRole> Parties { get; } = new(StringComparer.Ordinal);

    /// <summary>Issues and the names of their options, in order.</summary>
    public OrderedDictionary<string, List<string>> Issues { get; } = new(StringComparer.Ordinal);

    /// <summary>The issues with a scale.</summary>
    public HashSet<string> NumericIssues { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Parameters { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Dimensions { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Deals { get; } = new(StringComparer.Ordinal);

    /// <summary>The share that numbers without a range get.</summary>
    public decimal? DefaultRange { get; set; }

    public IEnumerable<string> SourceIds => sources.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> ParameterNames => Parameters.Order(StringComparer.Ordinal);

    public bool IsParameter(string name) => Parameters.Contains(name);

    /// <summary>False for a file whose sources and quotes are kept elsewhere; what it cites cannot be checked then.</summary>
    public bool HasEvidence { get; private set; }

    public bool IsSource(string id) => id == "guess" || !HasEvidence || sources.ContainsKey(id);

    /// <summary>The negotiators, in order.</summary>
    public IEnumerable<string> Negotiators => Parties.Where(p => p.Value == PartyRole.Negotiator).Select(p => p.Key);

    public static CaseScope Gather(MapNode root, ReaderContext context)
    {
        var scope = new CaseScope(context);
        foreach (var (key, value, _) in root.Entries)
        {
            if (value is not MapNode map) continue;
            if (key.Text is "dimensions") scope.Dimensions.UnionWith(map.Entries.Select(e => e.Key.Text));
            else if (key.Text is "deals") scope.Deals.UnionWith(map.Entries.Select(e => e.Key.Text));
            else if (key.Text is "params") scope.Parameters.UnionWith(map.Entries.Select(e => e.Key.Text));
            else if (key.Text is "parties") scope.GatherParties(map);
        }
        foreach (var (key, value, _) in root.Entries)
            if (key.Text is "issues" && value is MapNode map)
                foreach (var entry in map.Entries)
                    scope.GatherIssue(entry);
        scope.HasEvidence = root["sources"] is not null || root["quotes"] is not null;
        scope.CheckNames(root);
        return scope;
    }

    /// <summary>The option names of a numeric issue, from its bounds; empty when they do not fit.</summary>
    public static IEnumerable<decimal> Steps(decimal from, decimal to, decimal step)
    {
        if (step <= 0 || from > to) yield break;
        for (var i = 0; i <= CaseLimits.NumericOptions && from + i * step <= to; i++) yield return from + i * step;
    }

    private void GatherParties(MapNode map)
    {
        foreach (var (key, value, _) in map.Entries)
        {
            var role = (value as MapNode)?["role"] is ScalarNode scalar ? scalar.Text : "negotiator";
            Parties.TryAdd(key.Text, RoleOf(role) ?? PartyRole.Negotiator);
            if ((value as MapNode)?["weights"] is MapNode weights)
                Dimensions.UnionWith(weights.Entries.Select(e => e.Key.Text));
        }
    }

    public static PartyRole? RoleOf(string word) => word switch
    {
        "negotiator" => PartyRole.Negotiator,
        "ratifier" => PartyRole.Ratifier,
        "bloc" => PartyRole.Bloc,
        "implementer" => PartyRole.Implementer,
        "mediator" => PartyRole.Mediator,
        "observer" => PartyRole.Observer,
        _ => null,
    };

    public static string WordOf(PartyRole role) => role.ToString().ToLowerInvariant();

    private void GatherIssue(MapEntry entry)
    {
        var options = new List<string>();
        if (!Issues.TryAdd(entry.Key.Text, options) || entry.Value is not MapNode map || Issues.Count > CaseLimits.Issues) return;
        if (IsNumeric(map))
        {
            NumericIssues.Add(entry.Key.Text);
            if (DecimalText.TryParse(TextOf(map["from"]), out var from) && DecimalText.TryParse(TextOf(map["to"]), out var to)
                && DecimalText.TryParse(TextOf(map["step"]), out var step))
                options.AddRange(Steps(from, to, step).Select(DecimalText.Of));
            return;
        }
        foreach (var (key, _, _) in map.Entries)
            if (CaseFields.Issue.Find(key.Text) is null && !options.Contains(key.Text) && options.Count < 4 * CaseLimits.Options)
                options.Add(key.Text);
        if (map["status_quo"] is ScalarNode { IsEmpty: false } now && !options.Contains(now.Text)) options.Insert(0, now.Text);
    }

    public static bool IsNumeric(MapNode issue) => issue["from"] is not null || issue["to"] is not null || issue["step"] is not null;

    private static string? TextOf(CaseNode? node) => (node as ScalarNode)?.Text;

    /// <summary>Names are well-formed, no words of the format, and unique where paths and @ need it.</summary>
    private void CheckNames(MapNode root)
    {
        var heads = new Dictionary<string, (ScalarNode Key, string What)>(StringComparer.Ordinal);
        Check("params", "a parameter", CaseFields.NotAPathHead, heads, digitsFirst: false);
        Check("parties", "a party", CaseFields.NotAParty, heads);
        Check("issues", "an issue", CaseFields.NotAnIssue, heads);
        Check("rules", "a rule", CaseFields.NotAPathHead, heads);
        var ids = new Dictionary<string, (ScalarNode Key, string What)>(StringComparer.Ordinal);
        Check("sources", "a source", CaseFields.NotASource, ids);
        Check("quotes", "a quote", CaseFields.NotASource, ids);
        foreach (var (id, (key, _)) in ids) sources[id] = key;
        foreach (var section in (string[])["deals", "dates", "leaders", "perceptions", "stories", "events", "obstacles", "claims", "dimensions"])
            Check(section, "it", [], new(StringComparer.Ordinal));

        void Check(string section, string what, IReadOnlyList<string> reserved, Dictionary<string, (ScalarNode Key, string What)> taken, bool digitsFirst = true)
        {
            if (root[section] is not MapNode map) return;
            foreach (var (key, _, _) in map.Entries)
            {
                CheckName(key, digitsFirst);
                if (reserved.Contains(key.Text)) Context.Add(ReaderMessages.ReservedName(key.Text, what), key);
                if (taken.TryGetValue(key.Text, out var first) && first.What != what)
                    Context.Add(ReaderMessages.DuplicateName(key.Text, first.What, Context.Span(first.Key).Line), key);
                else taken.TryAdd(key.Text, (key, what));
            }
        }
    }

    /// <summary>Letters, digits, _ and - only.</summary>
    public void CheckName(ScalarNode key, bool digitsFirst = true)
    {
        var name = key.Text;
        if (name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-') && (digitsFirst || !char.IsAsciiDigit(name[0]))) return;
        var ascii = Typography.ToAscii(name);
        Context.Add(ascii != name ? ReaderMessages.Typographic(name, ascii) : ReaderMessages.BadName(name), key);
    }
}
