using System.CommandLine;
using Parley.Cli.Running;
using Parley.Reports.Tables;

namespace Parley.Cli.Commands;

/// <summary><c>parley stories CASE</c>: which of the rival explanations fits what was seen?</summary>
internal static class StoriesCommand
{
    public static Command Build(CommandContext context) => EvidenceQuestion.Build(
        context, "stories", "Say which of the rival explanations fits what was seen, and on which row that hangs.",
        (session, evidence, _) => session.AskStories(evidence), StoriesSection.Write);
}
