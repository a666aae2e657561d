using System.CommandLine;
using Parley.Cases.Evidence;
using Parley.Cli.Running;
using Parley.Reports.Answers;
using Parley.Reports.Tables;

namespace Parley.Cli.Commands;

/// <summary>The road of commands that ask about the evidence beside a case.</summary>
internal static class EvidenceQuestion
{
    private const string LeastIndex = "relationship_index: {start: 0, token_gain: 0, tokens_per_year: 0}";

    /// <summary>Builds one.</summary>
    /// <param name="context">What it is run with.</param>
    /// <param name="name">The command's name.</param>
    /// <param name="help">What it answers.</param>
    /// <param name="ask">Asks it.</param>
    /// <param name="write">Writes the answer as text.</param>
    /// <param name="after">What else is done with the answer: an exit code, or null to go on; null for nothing.</param>
    public static Command Build(
        CommandContext context,
        string name,
        string help,
        Action<CaseSession, CaseEvidence, ParseResult> ask,
        Action<Sheet, CaseAnswers> write,
        Func<ParseResult, CaseSession, int?>? after = null)
    {
        int? Ask(CaseSession session, ParseResult words)
        {
            if (session.Evidence is not { } evidence) return NoEvidence(context.Face, session);
            ask(session, evidence, words);
            return after?.Invoke(words, session);
        }

        return QuestionCommand.Build(context, name, help, Ask, write);
    }

    /// <summary>The evidence and its relationship index; complains and returns null where there is none.</summary>
    public static (CaseEvidence Evidence, RelationshipIndex Index)? IndexOf(Face face, CaseSession session)
    {
        if (session.Evidence is { Index: { } index } evidence) return (evidence, index);
        if (session.Evidence is null) NoEvidence(face, session, LeastIndex);
        else face.Refuse($"evidence.yaml has no 'relationship_index'; the least is {LeastIndex}. docs/format.md, rung 11, says what goes into it.");
        return null;
    }

    private static int NoEvidence(Face face, CaseSession session, params ReadOnlySpan<string> least) =>
        face.Refuse(EvidenceFile.HowTo(session.Path, session.BaseCase.Name, least));
}
