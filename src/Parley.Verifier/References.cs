using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Verifier;

/// <summary>How rules that list options look at a package.</summary>
internal static class References
{
    /// <summary>The options whose presence triggers a rule; null for a rule that is not triggered by a list.</summary>
    public static ImmutableArray<OptionReference>? TriggersOf(Rule rule) => rule switch
    {
        RatificationRule ratification => ratification.When,
        PreconditionRule precondition => precondition.For,
        RedLineRule redLine => redLine.Never,
        TogetherRule together => together.Options,
        _ => null,
    };

    /// <summary>True when option o of issue i is what the reference names (an issue alone: any change of it).</summary>
    public static bool Names(CaseTables tables, OptionReference reference, int issue, int option) =>
        tables.Issue(reference.Issue) == issue
        && (reference.Option is { } name ? tables.Option(issue, name) == option : tables.Moves(issue, option));

    /// <summary>True when option o of issue i triggers a rule with these triggers: it is named and leaves its status quo.</summary>
    public static bool Triggers(CaseTables tables, ImmutableArray<OptionReference> triggers, int issue, int option) =>
        tables.Moves(issue, option) && triggers.Any(r => Names(tables, r, issue, option));
}
