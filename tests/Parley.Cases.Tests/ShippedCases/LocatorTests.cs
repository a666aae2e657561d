using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Parley.Cases.Model;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.ShippedCases;

/// <summary>Quotes of the shipped cases stand where they say, and only a few are copied.</summary>
public sealed partial class LocatorTests
{
    /// <summary>Verbatim words of others that all shipped cases together may hold.</summary>
    private const int VerbatimWords = 200;

    public static TheoryData<string> CasesWithLocators =>
        [.. ShippedCase.Paths.Where(path => ShippedCase.Read(path).Quotes.Any(q => q.Start is not null))];

    [Fact]
    public void The_founding_case_locates_all_its_quotes()
    {
        var model = ShippedCase.Read(ShippedCase.Founding);

        Assert.Equal(60, model.Quotes.Length);
        Assert.All(model.Quotes, quote =>
        {
            Assert.True(quote is { Start: not null, End: not null, Sha256: not null }, $"{quote.Id} is not located");
            Assert.True(quote.Says is not null, $"{quote.Id} has no paraphrase");
        });
    }

    [Theory]
    [MemberData(nameof(CasesWithLocators))]
    public void Every_located_quote_stands_where_it_says(string path)
    {
        var model = ShippedCase.Read(path);

        foreach (var group in model.Quotes.Where(q => q.Start is not null).GroupBy(q => q.Of))
        {
            var source = model.Sources.Single(s => s.Id == group.Key);
            Assert.NotNull(source.File);
            if (ReferenceData.Article(source.File) is not { } article)
            {
                Assert.Skip("reference data absent");
                return;
            }

            var bytes = File.ReadAllBytes(article);
            Assert.Equal(source.Sha256, Hash(bytes));
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).EnumerateRunes().ToArray();
            foreach (var quote in group) CheckPassage(quote, text);
        }
    }

    [Fact]
    public void Few_words_of_others_are_copied()
    {
        var words = ShippedCase.Paths
            .SelectMany(path => ShippedCase.Read(path).Quotes)
            .Select(q => q.Text)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Sum(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

        Assert.InRange(words, 0, VerbatimWords);
    }

    private static void CheckPassage(Quote quote, Rune[] text)
    {
        var (start, end) = (quote.Start!.Value, quote.End!.Value); // the theory takes located quotes only
        Assert.True(0 <= start && start < end && end <= text.Length, $"{quote.Id} lies outside its source");
        var passage = string.Concat(text[start..end]);
        Assert.True(quote.Sha256 == Hash(Encoding.UTF8.GetBytes(passage)), $"{quote.Id} has moved");
        if (quote.Text is not null) Assert.Equal(Fold(passage), Fold(quote.Text));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>White space to single spaces, curly quotes to straight ones, dashes to hyphens.</summary>
    private static string Fold(string text) =>
        Dashes().Replace(DoubleQuotes().Replace(SingleQuotes().Replace(Spaces().Replace(text.Trim(), " "), "'"), "\""), "-");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("[\u2018\u2019]")]
    private static partial Regex SingleQuotes();

    [GeneratedRegex("[\u201C\u201D]")]
    private static partial Regex DoubleQuotes();

    [GeneratedRegex("[\u2010-\u2015]")]
    private static partial Regex Dashes();
}
