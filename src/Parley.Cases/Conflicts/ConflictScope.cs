using Parley.Cases.Text;

namespace Parley.Cases.Conflicts;

/// <summary>What a conflict declares while it is read, and how its states and statements are named.</summary>
internal sealed class ConflictScope(FieldMap fields, CaseScope names, ReaderContext context)
{
    private readonly Dictionary<string, StateKey> stateByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScalarNode> taken = new(StringComparer.Ordinal);

    public FieldMap Fields { get; } = fields;

    public CaseScope Names { get; } = names;

    public ReaderContext Context { get; } = context;

    public List<ConflictParty> Parties { get; } = [];

    public List<ConflictOption> Options { get; } = [];

    public List<PlacedStatement> Infeasible { get; } = [];

    public List<CoalescedStates> SameState { get; } = [];

    public List<NamedState> States { get; } = [];

    /// <summary>The conflict as far as it is read: all but moves, status quo and preferences.</summary>
    public Conflict? Conflict { get; set; }

    public List<string> OptionNames { get; } = [];

    /// <summary>Whether parties, options, conditions and states were read without an error, so that all states can be gone through.</summary>
    public bool HasSoundStates { get; set; }

    /// <summary>Parties in whose preference an error was found; what it leaves out is not told too.</summary>
    public HashSet<string> Misread { get; } = new(StringComparer.Ordinal);

    /// <summary>The same for a party that takes more to be impossible.</summary>
    public ConflictScope AsSeen(IEnumerable<PlacedStatement> infeasible, Conflict conflict, bool isSound)
    {
        var seen = new ConflictScope(Fields, Names, Context) { Conflict = conflict, HasSoundStates = HasSoundStates && isSound };
        seen.Parties.AddRange(Parties);
        seen.Options.AddRange(Options);
        seen.OptionNames.AddRange(OptionNames);
        seen.Infeasible.AddRange(Infeasible.Concat(infeasible));
        seen.SameState.AddRange(SameState);
        seen.States.AddRange(States);
        foreach (var (name, key) in stateByName) seen.stateByName.Add(name, key);
        return seen;
    }

    /// <summary>Tells of a name that is not well-formed, a word of the format, or taken by something else of the conflict.</summary>
    public void Declare(ScalarNode key, string what, bool digitsFirst)
    {
        var before = Context.Has(ReaderSlugs.BadName);
        Names.CheckName(key, digitsFirst);
        if (key.Text.StartsWith('-') && !before) Context.Add(ReaderMessages.BadName(key.Text), key);
        if (StatementWord.Connective(key.Text) is not null || key.Text is "none" || IsPattern(key.Text)) Context.Add(ReaderMessages.ReservedName(key.Text, what), key);
        if (taken.TryGetValue(key.Text, out var first)) Context.Add(ReaderMessages.DuplicateName(key.Text, "something else", Context.Span(first).Line), key);
        else taken.Add(key.Text, key);
    }

    /// <summary>A Y or N for each option.</summary>
    public bool IsPattern(string text) => OptionNames.Count > 0 && text.Length == OptionNames.Count && text.All(c => c is 'Y' or 'N');

    public void NameState(string name, StateKey key) => stateByName.TryAdd(name, key);

    /// <summary>The name of a party; null with a finding.</summary>
    public string? Party(string text, CaseNode node)
    {
        if (Parties.Exists(p => p.Name == text)) return text;
        Context.Add(ConflictMessages.UnknownParty(text, Parties.Select(p => p.Name)), node);
        return null;
    }

    /// <summary>The statement in a scalar; null with findings.</summary>
    public PlacedStatement? Statement(ScalarNode scalar)
    {
        if (scalar.Told) return null;
        var shift = scalar.Form == ScalarForm.Plain ? 0 : 1;
        var statement = new StatementParser(scalar.Text, OptionNames, (message, at, length) => AddInside(scalar, message, at + shift, length)).Parse();
        return statement is null ? null : new PlacedStatement(statement, Context.Span(scalar));
    }

    /// <summary>The state that a text names: by its name, by Y and N, or by the options taken, joined by +; null with a finding.</summary>
    public StateKey? State(ScalarNode scalar)
    {
        if (scalar.Told) return null;
        var text = scalar.Text.Trim();
        if (stateByName.TryGetValue(text, out var named)) return named;
        if (OptionNames.Count == 0)
        {
            Context.Add(ConflictMessages.UnknownState(text, stateByName.Keys, options: false), scalar);
            return null;
        }
        if (text == "none") return KeyOf(0);
        if (IsPattern(text)) return KeyOf(Bits(text));
        return Joined(text.Split('+', StringSplitOptions.TrimEntries), scalar);
    }

    /// <summary>The state in which just these options are taken; null with a finding.</summary>
    public StateKey? Joined(IEnumerable<string> options, CaseNode node)
    {
        var bits = 0u;
        foreach (var option in options)
        {
            var index = OptionNames.IndexOf(option);
            if (index < 0)
            {
                Context.Add(ConflictMessages.UnknownState(option, stateByName.Keys.Concat(OptionNames), options: true), node);
                return null;
            }
            bits |= 1u << index;
        }
        return KeyOf(bits);
    }

    /// <summary>Tells of a state that cannot be, and gives the key of the one there is.</summary>
    public StateKey? Feasible(StateKey? key, CaseNode node)
    {
        if (key is not { Kind: StateKind.Options } state || Conflict is null) return key;
        foreach (var pattern in Infeasible)
        {
            if (!pattern.Statement.Holds(state.Value)) continue;
            Context.Add(ConflictMessages.InfeasibleState(Conflict.NameOf(state), pattern.Statement.Write(OptionNames)), node);
            return null;
        }
        return key;
    }

    // A state is written as it would be without those that are one; a pattern that no state may have is told by Feasible.
    private StateKey KeyOf(uint bits)
    {
        if (!Infeasible.Exists(i => i.Statement.Holds(bits)))
            for (var i = 0; i < SameState.Count; i++)
                if (SameState[i].Where.Holds(bits))
                    return new StateKey(StateKind.Coalesced, (uint)i);
        return new StateKey(StateKind.Options, bits);
    }

    private static uint Bits(string pattern)
    {
        var bits = 0u;
        for (var i = 0; i < pattern.Length; i++)
            if (pattern[i] == 'Y')
                bits |= 1u << i;
        return bits;
    }

    private void AddInside(ScalarNode scalar, ReaderMessage message, int at, int length)
    {
        at = Math.Clamp(at, 0, Math.Max(0, scalar.End - scalar.Start - 1));
        Context.Add(message, scalar.Start + at, Math.Clamp(length, 1, Math.Max(1, scalar.End - scalar.Start - at)));
    }
}
