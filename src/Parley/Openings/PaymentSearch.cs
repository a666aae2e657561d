using System.Collections.Immutable;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using Parley.Problems;
using Parley.Results;

namespace Parley.Openings;

/// <summary>The least side payment of one negotiator to another that makes a deal (docs/model.md, 40).</summary>
/// <remarks>Both sign. The payment shifts the bars of their consents; rules do not look at it.</remarks>
internal sealed class PaymentSearch(CaseProblem problem, OpeningsOptions options, CancellationToken cancellationToken)
{
    /// <summary>False when a budget ran out.</summary>
    public bool IsComplete { get; private set; } = true;

    public ImmutableArray<SidePayment> All()
    {
        if (!problem.Model.MoneyTransferable || !problem.UtilitiesComparable) return [];
        var negotiators = problem.Values.Negotiators;
        return [.. negotiators.SelectMany(a => negotiators.Where(b => b != a).Select(b => Least(a, b)))];
    }

    private SidePayment Least(int payer, int payee)
    {
        (Rational Amount, int[] Package)? best = null;
        foreach (var signatories in problem.SignatorySets())
        {
            if (!signatories.Contains(payer) || !signatories.Contains(payee)) continue;
            var (free, paid, most) = Rows(payer, payee, signatories);
            if (most.Sign < 0) continue;
            var found = new ParametricSearch(free, paid, options.MaxNodes, cancellationToken).FirstFeasible(0, most);
            IsComplete &= found.Complete;
            if (found is { At: { } at, Package: { } package } && (best is not { } known || at < known.Amount)) best = (at, package);
        }

        var names = problem.Model.Parties;
        return new(names[payer].Name, names[payee].Name, best?.Amount, best is { } b ? problem.View(problem.Flat(b.Package)) : null);
    }

    // The deal's rows without a payment and with one of a value point, and the most that the payer could ever pay.
    private (PackageProblem Free, PackageProblem Paid, Rational Most) Rows(int payer, int payee, ImmutableArray<int> signatories)
    {
        var named = ProblemRows.Deal(problem, signatories);
        var free = named.Problem;
        int RowOf(int party) => Enumerable.Range(0, free.Rows.Length)
            .First(r => named.RowNames[r] == (CertificateRow.Consent, problem.Model.Parties[party].Name));
        var (pays, gets) = (RowOf(payer), RowOf(payee));
        // Who pays or is paid signs, whatever else the package needs.
        free = free.WithRow(free.Rows[pays]).WithRow(free.Rows[gets]);
        var rows = (PackageRow[])free.Rows.Clone();
        foreach (var r in new[] { pays, rows.Length - 2 }) rows[r] = rows[r] with { Threshold = rows[r].Threshold + named.Unit };
        foreach (var r in new[] { gets, rows.Length - 1 }) rows[r] = rows[r] with { Threshold = rows[r].Threshold - named.Unit };
        var most = problem.Values.Extremes(problem.Values.Values[payer]).Most - new Rational(free.Rows[pays].Threshold, named.Unit);
        return (free, new(free.OptionCounts, free.Allowed, rows, free.Clauses, free.Changes), most);
    }
}
