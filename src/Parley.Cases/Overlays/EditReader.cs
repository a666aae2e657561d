using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Overlays;

/// <summary>Applies one edit to a model, with findings at the edit's own place.</summary>
internal static class EditReader
{
    /// <summary>The model with the edit; null when the edit is in error.</summary>
    /// <param name="model">The model.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="source">The overlay's source, for a number that names none.</param>
    /// <param name="report">Takes findings.</param>
    public static CaseModel? Apply(CaseModel model, Edit edit, string? source, Action<Diagnostic> report)
    {
        var target = CasePath.Resolve(model, edit.Path, out var wrong);
        switch (target)
        {
            case NumberTarget number:
                return Number(model, number, edit, source, report);
            case ParameterTarget parameter:
                return Sum(model, parameter, edit, report) ?? Number(model, parameter.Number, edit, source, report);
            case YesNoTarget yesNo:
                if (FieldMap.YesNoWord(edit.Value) is not { } yes)
                    report(ReaderMessages.UnknownWord(edit.Path, edit.Value, ["yes", "no"], null).At(edit.ValueSpan));
                else if (yes && yesNo.RefusesYes is { } refusal)
                    report(refusal.At(edit.PathSpan));
                else
                    return yesNo.With(yes);
                return null;
            case OptionTarget option:
                var name = option.Issue.Scale is not null && DecimalText.TryParse(edit.Value, out var at) ? DecimalText.Of(at) : edit.Value;
                var names = option.Issue.Options.Select(o => o.Name).ToList();
                if (names.Contains(name)) return option.With(name);
                report(ReaderMessages.UnknownOption(name, option.Issue.Name, Spelling.Nearest(name, names)).At(edit.ValueSpan));
                return null;
            default:
                report(wrong.At(edit.PathSpan));
                return null;
        }
    }

    private static CaseModel? Number(CaseModel model, NumberTarget target, Edit edit, string? source, Action<Diagnostic> report)
    {
        var number = NumberReader.Read(edit.Value, target.Domain, new ModelScope(model), source ?? target.Inherited, edit.ValueSpan, isEdit: true,
            (message, at, length) => report(message.At(Within(edit, at, length))));
        return number is null ? null : target.With(number);
    }

    /// <summary>A parameter set to a sum; null when the text is none.</summary>
    private static CaseModel? Sum(CaseModel model, ParameterTarget target, Edit edit, Action<Diagnostic> report)
    {
        if (NumberSyntax.ParseSum(edit.Value, out var source) is not { } sum) return null;
        var scope = new ModelScope(model);
        foreach (var (name, at) in sum)
            if (!scope.IsParameter(name))
                report(ReaderMessages.Unknown(ReaderSlugs.UnknownParameter, name, "a parameter", Spelling.Nearest(name, scope.ParameterNames)).At(Within(edit, at, name.Length)));
        if (source is var (id, idAt) && !scope.IsSource(id))
            report(ReaderMessages.UnknownSource(id, Spelling.Nearest(id, scope.SourceIds)).At(Within(edit, idAt, id.Length)));
        return target.WithSum([.. sum.Select(s => s.Name)], source?.Id);
    }

    /// <summary>The place of part of the value. A value longer in the file than in meaning is quoted.</summary>
    private static SourceSpan Within(Edit edit, int at, int length)
    {
        var span = edit.ValueSpan;
        if (!span.HasText) return span;
        at = Math.Min(at + (span.Length > edit.Value.Length ? 1 : 0), Math.Max(0, span.Length - 1));
        return span with { Column = span.Column + at, Offset = span.Offset + at, Length = Math.Clamp(length, 1, Math.Max(1, span.Length - at)) };
    }

    /// <summary>The names a model declares.</summary>
    private sealed class ModelScope(CaseModel model) : INumberScope
    {
        public IEnumerable<string> ParameterNames => model.Parameters.Select(p => p.Name);

        public IEnumerable<string> SourceIds => model.Sources.Select(s => s.Id).Concat(model.Quotes.Select(q => q.Id));

        public decimal? DefaultRange => model.DefaultRange;

        public bool IsParameter(string name) => CasePath.Find(model.Parameters, p => p.Name == name) is not null;

        public bool IsSource(string id) =>
            id == "guess" || (model.Quotes.IsEmpty && model.Sources.IsEmpty) || CasePath.Find(model.Quotes, q => q.Id == id) is not null || CasePath.Find(model.Sources, s => s.Id == id) is not null;
    }
}
