using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Checks;

/// <summary>Finds a status quo that one negotiator would leave alone.</summary>
internal static class StatusQuoCheck
{
    /// <remarks>
    /// Definition: an available option, not unilateral, given by exactly one negotiator p with v_p(o) above v_p(q); with a
    /// threshold only a substantive one, as tokens are given freely.
    /// </remarks>
    public static void Run(CaseModel model, ReaderContext context)
    {
        var values = new OptionValues(model);
        foreach (var issue in model.Issues)
        {
            if (issue.Scale is not null || issue.OffTable || issue.Options.FirstOrDefault(o => o.Name == issue.StatusQuo) is not { } now) continue;
            foreach (var option in issue.Options)
            {
                if (option.Unilateral || option.Name == now.Name || option.By is not [var giver]) continue;
                if (model.SubstantiveFrom is { } from && Math.Max(values.Size(option), values.Size(now)) < values.Of(from)) continue;
                var gain = values.Of(option, giver) - values.Of(now, giver);
                if (gain > 0) context.Add(ReaderMessages.UnstableStatusQuo(giver, DecimalText.Of(Math.Round(gain, 2)), issue.IdOf(option.Name)).At(option.Span));
            }
        }
    }
}
