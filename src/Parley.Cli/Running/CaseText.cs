using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cli.Running;

/// <summary>Reads a case so that findings carry the name that the user gave.</summary>
internal static class CaseText
{
    public static Checked<CaseModel> Read(Face face, string path)
    {
        var text = CaseFile.ReadText(face.PathOf(path));
        return text.Value is null ? new(null, text.Diagnostics) : CaseReader.Read(path, text.Value);
    }
}
