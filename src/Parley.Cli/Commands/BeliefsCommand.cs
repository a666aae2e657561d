using System.CommandLine;
using Parley.Cli.Running;
using Parley.Reports.Tables;

namespace Parley.Cli.Commands;

/// <summary><c>parley beliefs CASE</c>: what to believe of what is reported, and on whose word?</summary>
internal static class BeliefsCommand
{
    public static Command Build(CommandContext context) => EvidenceQuestion.Build(
        context, "beliefs", "Say how likely each reported thing is, and on whose word it rests.",
        (session, evidence, _) => session.AskBeliefs(evidence), BeliefsSection.Write);
}
