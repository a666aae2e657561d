using System.Globalization;
using System.Text;

namespace Parley.Cli.Tests.Running;

/// <summary>A PDF of a few lines, byte by byte.</summary>
internal static class SmallPdf
{
    /// <summary>Pages of lines, top to bottom; a last line that is a number stands at the foot. Signs beyond ASCII as octal codes of Adobe's StandardEncoding.</summary>
    public static byte[] Of(params string[][] pages)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, k) => $"{4 + 2 * k} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /StandardEncoding >>",
        };
        foreach (var lines in pages)
        {
            var content = new StringBuilder("BT /F1 11 Tf\n");
            for (var k = 0; k < lines.Length; k++)
            {
                var y = int.TryParse(lines[k], CultureInfo.InvariantCulture, out _) ? 40 : 740 - 14 * k;
                content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 72 {y} Tm ({lines[k]}) Tj\n");
            }

            content.Append("ET");
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var k = 0; k < objects.Count; k++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{k + 1} 0 obj\n{objects[k]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
