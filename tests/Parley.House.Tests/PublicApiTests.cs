using System.Reflection;
using Parley.Shared;

namespace Parley.House.Tests;

/// <summary>What users of the libraries may rely on, as text; a difference is a decision.</summary>
public class PublicApiTests
{
    [Theory]
    [InlineData("Parley.Kernels")]
    [InlineData("Parley.Cases")]
    [InlineData("Parley")]
    [InlineData("Parley.Reports")]
    public void The_public_face_is_the_committed_one(string library) =>
        Golden.Match(PublicApi.Of(Assembly.Load(library)), $"../../docs/api/{library}.txt");
}
