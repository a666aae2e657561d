namespace Parley.Verifier;

/// <summary>The way from the root of a proof to a node, as shown in refusals.</summary>
internal sealed record ProofPath(ProofPath? Parent, string Step)
{
    public static ProofPath Triggered(ProofPath? parent, string rule) => new(parent, $"{rule} triggered");

    public static ProofPath NotTriggered(ProofPath? parent, string rule) => new(parent, $"{rule} not triggered");

    public static ProofPath Part(ProofPath? parent, IEnumerable<string> names) => new(parent, $"{{{string.Join(", ", names)}}}");

    /// <summary>The last steps in full; a deep tree's first ones by their number only.</summary>
    public static string Show(ProofPath? path)
    {
        const int Shown = 40;
        var steps = new List<string>();
        for (var at = path; at is not null; at = at.Parent) steps.Add(at.Step);
        var skipped = steps.Count - Shown;
        if (skipped > 0) steps = [.. steps[..Shown], $"({skipped} steps)"];
        steps.Add("root");
        steps.Reverse();
        return string.Join(" / ", steps);
    }
}
