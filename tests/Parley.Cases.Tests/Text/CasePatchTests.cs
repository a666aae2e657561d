using System.Globalization;
using Parley.Cases.Diagnostics;
using Parley.Cases.Overlays;
using Parley.Cases.Text;

namespace Parley.Cases.Tests.Text;

public class CasePatchTests
{
    [Fact]
    public void A_value_is_replaced_in_place_and_nothing_else_changes()
    {
        var patched = Patch(Samples.Small, "firm.no_deal", "46 (40..50)");

        Assert.Equal(Samples.Small.Replace("no_deal: 45}   # a", "no_deal: 46 (40..50)}   # a", StringComparison.Ordinal), patched);
    }

    [Theory]
    [InlineData("worker.min_gain", "3", "  worker: {no_deal: 50, min_gain: 3}")]
    [InlineData("start.june.worker", "5", "    june: {worker: 5}")]
    [InlineData("salary.low.size", "5", "    low:  {firm: 40, worker: 0, size: 5}")]
    [InlineData("start.off_table", "yes", "    off_table: yes")]
    [InlineData("substantive_from", "5", "substantive_from: 5")]
    public void A_value_that_is_not_there_yet_is_added_in_the_style_of_its_neighbours(string path, string value, string line) =>
        Assert.Contains(line, Patch(Samples.Small, path, value).ReplaceLineEndings("\n").Split('\n'));

    [Fact]
    public void A_byte_order_mark_and_line_ends_survive()
    {
        var text = "\uFEFF" + Samples.Small.ReplaceLineEndings("\r\n");

        var patched = Patch(text, "start.off_table", "yes");

        Assert.StartsWith("\uFEFF", patched, StringComparison.Ordinal);
        Assert.Equal(text.Split("\r\n").Length + 1, patched.Split("\r\n").Length);
        Assert.DoesNotContain("\n", patched.Replace("\r\n", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_the_patched_text_equals_applying_the_edit()
    {
        var model = Samples.Read(Samples.Everything);
        var edits = CaseNumbers.List(model).Where(n => n.CanEdit).Select(n => (n.Path, Value: n.Kind == NumberKind.Delivery ? "0.7 (0.6..0.8) @q01" : "17"))
            .Concat([("r1.in_force", "yes"), ("trade.status_quo", "open"), ("base.NO.unilateral", "yes"), ("wage.status_quo", "4.5"), ("chorus", "rest + noise"),
                ("trade.open.delivery.dependence", "0.5*noise"), ("trade.open.at_once.us.geo", "3"), ("trade.open.if_delivered.us.geo", "3"), ("trade.open.russia.geo", "1"),
                ("china.weights.geo", "0.5"), ("congress.no_deal", "1"), ("wage.us.3.5", "-9"), ("trade.close.size", "9"), ("base.80k.at_once.world", "2"), ("r7.in_force", "no")]);
        foreach (var (path, value) in edits)
        {
            var edit = new Edit(path, value);
            var applied = CaseEdit.Apply(model, [edit]);
            Assert.True(applied.Value is not null, string.Join('\n', applied.Diagnostics));
            Assert.Equal(ModelText.Of(applied.Value), ModelText.Of(Samples.Read(Patch(Samples.Everything, path, value))));
        }
    }

    [Fact]
    public void Several_edits_are_written_one_after_the_other()
    {
        var patched = CasePatch.Set("c", Samples.Small, [new Edit("firm.no_deal", "1"), new Edit("firm.min_gain", "2"), new Edit("firm.no_deal", "3")]);

        Assert.Contains("{no_deal: 3, min_gain: 2}", patched.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_are_kept()
    {
        var text = Samples.Small.Replace("no_deal: 45", "no_deal: \"45\"", StringComparison.Ordinal).Replace("no_deal: 50", "no_deal: '50'", StringComparison.Ordinal);

        Assert.Contains("no_deal: \"46\"", Patch(text, "firm.no_deal", "46"), StringComparison.Ordinal);
        Assert.Contains("no_deal: '51'", Patch(text, "worker.no_deal", "51"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_alias_repeats_is_not_written()
    {
        var text = Samples.Small.Replace("firm:   {", "firm:   &f {", StringComparison.Ordinal).Replace("worker: {no_deal: 50}", "worker: *f", StringComparison.Ordinal);

        Assert.Equal(["cannot-write"], CasePatch.Set("c", text, [new Edit("firm.no_deal", "46")]).Diagnostics.Select(d => d.Slug));
        Assert.Equal(["cannot-write"], CasePatch.Set("c", text, [new Edit("worker.no_deal", "46")]).Diagnostics.Select(d => d.Slug));
    }

    [Fact]
    public void A_wrong_edit_is_told_and_nothing_is_written()
    {
        var patched = CasePatch.Set("c", Samples.Small, [new Edit("frim.no_deal", "46")]);

        Assert.Null(patched.Value);
        Assert.Equal("unknown-path", Assert.Single(patched.Diagnostics).Slug);
    }

    private static string Patch(string text, string path, string value)
    {
        var patched = CasePatch.Set("c", text, [new Edit(path, value)]);
        Assert.True(patched.Value is not null, path + ": " + string.Join('\n', patched.Diagnostics));
        return patched.Value!; // asserted above
    }

    private sealed record Edit(string Path, string Value)
    {
        public static implicit operator Model.Edit(Edit edit) => new(edit.Path, edit.Value, SourceSpan.None, SourceSpan.None);
    }
}
