using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Tests;

/// <summary>Cases that several tests read.</summary>
internal static class Samples
{
    /// <summary>Uses every section and every kind of value of the format.</summary>
    public const string Everything = """
        # a case that uses everything
        parley: 1
        case: everything
        title: "All of it: every key"
        as_of: 2019-05-15
        note: |
          A remark
          on two lines
        source: s1
        sources:
          s1: {title: An article, outlet: A paper, author: A. Writer, date: 2019-05, url: "https://example.org/a?b=1", file: a.txt, sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, note: read twice}
        quotes:
          q01: {of: s1, text: "verbatim, with a comma"}
          q02: {of: s1, start: 60, end: 95, sha256: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, says: a paraphrase}
        dimensions: {econ: trade, geo: position}
        substantive_from: 15 (10..20) @q01
        default_range: 30%
        cost_of_talks: 0.1 @guess
        deal_must_settle: [trade]
        signatories: {all: us, at_least: 1, of: [russia, china]}
        money: transferable
        utilities: comparable
        params:
          noise: 0.30 (0.15..0.50) @q02
          rest: 12%
          chorus: noise + rest @guess
        parties:
          us: {title: The United States, no_deal: -5*noise @q01, min_gain: 2 (1..4), weights: {econ: 0.60, geo: 0.10}, source: s1}
          russia: {weights: {econ: 0.10, geo: 0.60}, note: a remark}
          china: {weights: {econ: 1}}
          congress: {role: ratifier, of: us, votes_needed: 51, min_gain: -1}
          hawks: {role: bloc, of: congress, votes: 30, no_deal: 5}
          doves: {role: bloc, of: congress, votes: 70}
          maduro: {role: implementer, of: russia}
          un: {role: mediator}
          world: {role: observer}
        issues:
          trade:
            title: Trade
            status_quo: none
            topic: economy
            source: q01
            note: a remark
            open:
              title: open it
              by: [us, russia]
              needs: [us, russia]
              carried_out_by: maduro
              delivery: {control: 0.12 (0.03..0.25) @q02, willing: 0.02}
              size: 60
              source: q02
              at_once: {us: {econ: -10*chorus}, congress: 5}
              if_delivered:
                russia:
                  econ: 40 @guess
              hawks: -3
              note: a remark
            close: {by: us, unilateral: yes, delivery: 1*noise, us: {geo: 5 +-2}}
          base:  # off the table
            off_table: no
            80k: {us: 40 (lognormal 1.5 in 10..90), russia: 0}
            NO: {us: 0, russia: 25}
          wage: {from: 2, to: 5, step: 0.5, status_quo: 3.0, us: {2: 0, 5: -36}, russia: {2.5: -20*noise, 5: 16}}
        rules:
          r1: {refuses_trade: russia, gives: geo, gets: econ, tolerance: 1, in_force: no, title: A rule, source: q01, note: a remark}
          r2: {ratification: congress, when: any}
          r3: {ratification: congress, when: [trade.open, base]}
          r4: {precondition: trade.open, for: [base.80k, wage=3.5], party: us}
          r5: {red_line: us, never: base.NO}
          r6: {together: [trade.open, base.80k]}
          r7: {floor: us, dimension: geo, tolerance: 2}
        deals:
          grand: {title: The grand one, source: q01, trade: open, base: 80k, wage: 3.50}
        standing_effects:
          - {from: russia, to: us, dimension: econ, value: -1*noise @q01, topic: economy}
        dependence:
          common_factors:
            sanctions: {noise: 0.8, us.weights.econ: -0.5}
            elections: {noise: 0.6}
          rank_correlations:
            - [us.min_gain, base.80k.us, 0.5]
            - [trade.open.size, us.min_gain, -0.25]
        dates:
          2018: {title: Then, in_force: grand, set: {noise: 0.7 @q01}}
          2019: {set: {}}
        leaders:
          obama: {source: q01, set: {us.weights.econ: 0.15, us.weights.geo: 0.30 @guess}}
        events:
          thaw: {per_year: 0.2, momentous: yes, effect_on_index: -4, set: {trade.status_quo: open, r1.in_force: yes}}
        perceptions:
          us: {set: {trade.open.delivery.control: 0.9}}
        obstacles:
          noise: {title: the noise, group: domestic, set: {chorus: 0, r1.tolerance: 50}}
        stories:
          gains: {set: {trade.open.at_once.us.econ: 30, wage.us.5: -10, substantive_from: 20}}
        claims:
          k1: {says: no deal, expect: no deal at 2018, source: q01, note: a remark}
        """;

    /// <summary>A small case, without an error.</summary>
    public const string Small = """
        case: small
        parties:
          firm:   {no_deal: 45}   # a second candidate
          worker: {no_deal: 50}
        issues:
          salary:
            low:  {firm: 40, worker: 0}
            high: {firm: 0, worker: 40}
          start:
            status_quo: june
            june: {}
            may: {by: firm, firm: -5, worker: 10}
        """;

    public static CaseModel Read(string text)
    {
        var read = CaseReader.Read("case.yaml", text);
        Assert.True(read.Value is not null, string.Join('\n', read.Diagnostics));
        return read.Value!; // asserted above
    }

    /// <summary>What is found, one line each.</summary>
    public static string[] Findings(string text) => [.. CaseReader.Read("case.yaml", text).Diagnostics.Select(d => d.ToString())];
}
