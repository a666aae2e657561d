using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>Reads sources, quotes and claims.</summary>
internal static class EvidenceReader
{
    public static ImmutableArray<EvidenceSource> Sources(FieldMap top, CaseScope scope)
    {
        var sources = ImmutableArray.CreateBuilder<EvidenceSource>();
        foreach (var (key, value, _) in top.Entries("sources"))
        {
            var map = new FieldMap(scope, CaseFields.SourceEntry, value, key.Text, key);
            sources.Add(new EvidenceSource
            {
                Id = key.Text,
                Title = map.Text("title"),
                Outlet = map.Text("outlet"),
                Author = map.Text("author"),
                Date = map.Date("date"),
                Url = map.Url("url"),
                File = map.Text("file"),
                Sha256 = map.Hash("sha256"),
                Note = map.Text("note"),
                Span = map.Span,
            });
        }
        return sources.ToImmutable();
    }

    public static ImmutableArray<Quote> Quotes(FieldMap top, CaseScope scope)
    {
        var declared = top.Entries("sources").Select(e => e.Key.Text).ToList();
        var quotes = ImmutableArray.CreateBuilder<Quote>();
        foreach (var (key, value, _) in top.Entries("quotes"))
        {
            var map = new FieldMap(scope, CaseFields.QuoteEntry, value, key.Text, key);
            map.HasRequired();
            if (map.WordAt("of") is var (of, node) && !declared.Contains(of))
                scope.Context.Add(ReaderMessages.UnknownSource(of, Spelling.Nearest(of, declared)), node);
            var quote = new Quote
            {
                Id = key.Text,
                Of = map.Word("of") ?? string.Empty,
                Text = map.Text("text"),
                Says = map.Text("says"),
                Start = map.Integer("start"),
                End = map.Integer("end"),
                Sha256 = map.Hash("sha256"),
                Span = map.Span,
            };
            CheckPassage(quote, map, key, scope);
            quotes.Add(quote);
        }
        return quotes.ToImmutable();
    }

    private static void CheckPassage(Quote quote, FieldMap map, ScalarNode key, CaseScope scope)
    {
        var problem = (map.Has("start"), map.Has("end")) switch
        {
            (true, false) => "A passage has a start but no end. Add 'end'.",
            (false, true) => "A passage has an end but no start. Add 'start'.",
            (false, false) when !map.Has("text") && !map.Has("says") => "A quote has neither words nor a place. Add 'text', or 'start' and 'end'.",
            _ when quote.Start >= quote.End => "A passage ends before it starts. Correct 'end'.",
            _ => null,
        };
        if (problem is not null) scope.Context.Add(ReaderMessages.BadPassage(problem), key);
    }

    public static ImmutableArray<Claim> Claims(FieldMap top, CaseScope scope)
    {
        var claims = ImmutableArray.CreateBuilder<Claim>();
        foreach (var (key, value, _) in top.Entries("claims"))
        {
            var map = new FieldMap(scope, CaseFields.Claim, value, key.Text, key);
            map.HasRequired();
            claims.Add(new Claim
            {
                Id = key.Text,
                Says = map.Text("says"),
                Expect = map.Text("expect") ?? string.Empty,
                Source = map.Source(),
                Note = map.Text("note"),
                Span = map.Span,
                ExpectSpan = map.Node("expect") is { } node ? scope.Context.Span(node) : map.Span,
            });
        }
        return claims.ToImmutable();
    }
}
