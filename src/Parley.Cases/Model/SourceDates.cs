namespace Parley.Cases.Model;

/// <summary>When what a case cites was published.</summary>
public static class SourceDates
{
    /// <summary>The date of a source, or of the source a quote stands in; null when it has none.</summary>
    public static string? Of(CaseModel model, string id)
    {
        var of = model.Quotes.FirstOrDefault(q => q.Id == id)?.Of ?? id;
        return model.Sources.FirstOrDefault(s => s.Id == of)?.Date;
    }
}
