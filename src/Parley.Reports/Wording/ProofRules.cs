using Parley.Results;
using Parley.Verdict;

namespace Parley.Reports.Wording;

/// <summary>The rules that a proof leans on.</summary>
internal static class ProofRules
{
    /// <summary>Names of the rules that the proof distinguishes or uses; may repeat.</summary>
    public static IEnumerable<string> Of(Certificate certificate)
    {
        var open = new Stack<CertificateNode?>([certificate.Root]);
        while (open.TryPop(out var node))
        {
            switch (node)
            {
                case RuleSplit split:
                    yield return split.Rule;
                    open.Push(split.Triggered);
                    open.Push(split.NotTriggered);
                    break;
                case VoteSplit split:
                    yield return split.Rule;
                    open.Push(split.NotTriggered);
                    foreach (var branch in split.Coalitions) open.Push(branch.Then);
                    break;
                case SignatorySplit split:
                    foreach (var branch in split.Sets) open.Push(branch.Then);
                    break;
                case IssueSplit split:
                    foreach (var part in split.Parts) open.Push(part.Then);
                    break;
                case RowsLeaf leaf:
                    foreach (var term in leaf.Terms)
                    {
                        if (term.Kind is not (CertificateRow.Consent or CertificateRow.Candidate)) yield return term.Name;
                    }

                    break;
            }
        }
    }
}
