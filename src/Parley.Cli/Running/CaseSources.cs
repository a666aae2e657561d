using System.Collections.Immutable;
using Parley.Cases.Documents;
using Parley.Cases.Model;
using Parley.Reports.Wording;

namespace Parley.Cli.Running;

/// <summary>The sources of a case beside the documents that are attached to it.</summary>
internal static class CaseSources
{
    /// <summary>Every source in the case's order, then documents that the case does not name.</summary>
    public static ImmutableArray<SourceRow> Rows(CaseModel model, DocumentStore store)
    {
        var ids = store.Ids();
        var others = ids.Where(id => model.Sources.All(s => s.Id != id));
        return
        [
            .. model.Sources.Select(s => Row(s.Id, s, model, store)),
            .. others.Select(id => Row(id, null, model, store)),
        ];
    }

    private static SourceRow Row(string id, EvidenceSource? source, CaseModel model, DocumentStore store)
    {
        var stored = store.Find(id);
        return new(id, source, stored, StateOf(id, source, stored, store), model.Quotes.Count(q => q.Of == id));
    }

    private static AttachmentState StateOf(string id, EvidenceSource? source, StoredDocument? stored, DocumentStore store)
    {
        if (stored is null) return store.Ids().Contains(id) ? AttachmentState.Changed : AttachmentState.NotAttached;
        if (store.Bytes(stored.File) is not { } bytes || DocumentStore.HashOf(bytes) != stored.Sha256 || store.Open(id) is null) return AttachmentState.Changed;
        return source?.Sha256 is { } hash && hash != stored.Sha256 ? AttachmentState.Other : AttachmentState.Fine;
    }
}
