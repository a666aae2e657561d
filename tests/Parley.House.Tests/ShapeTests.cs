using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Parley.Cases.Model;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.House.Tests;

/// <summary>Results and models are data that stays as it is; analyses all look alike.</summary>
public class ShapeTests
{
    private static readonly Type[] DataTypes =
    [
        .. typeof(CaseModel).Assembly.GetExportedTypes().Where(t => t.Namespace is "Parley.Cases.Model" or "Parley.Cases.Diagnostics"),
        .. typeof(VerdictResult).Assembly.GetExportedTypes(),
    ];

    [Fact]
    public void Nothing_public_in_models_and_results_can_be_set()
    {
        var settable = DataTypes.SelectMany(t => t.GetProperties(Public))
            .Where(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(p => $"{p.DeclaringType}.{p.Name}");
        var fields = DataTypes.Where(t => !t.IsEnum).SelectMany(t => t.GetFields(Public))
            .Where(f => f is { IsInitOnly: false, IsLiteral: false })
            .Select(f => $"{f.DeclaringType}.{f.Name}");

        Assert.Empty(settable.Concat(fields));
    }

    [Fact]
    public void Collections_in_models_and_results_cannot_change()
    {
        var open = DataTypes.Where(t => t.Namespace != typeof(CaseProblem).Namespace)
            .SelectMany(t => t.GetProperties(Public))
            .Where(p => CanChange(p.PropertyType))
            .Select(p => $"{p.DeclaringType}.{p.Name}: {p.PropertyType.Name}");

        Assert.Empty(open);
    }

    [Fact]
    public void Analyses_are_entered_alike()
    {
        var analyses = typeof(VerdictAnalysis).Assembly.GetExportedTypes().Where(t => t.Name.EndsWith("Analysis", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(analyses);
        Assert.All(analyses, a =>
        {
            Assert.True(a is { IsAbstract: true, IsSealed: true }, $"{a.Name} is static");
            var run = a.GetMethod("Run");
            Assert.NotNull(run);
            var room = a.Name[..^"Analysis".Length];
            Assert.Equal(room + "Result", run.ReturnType.Name);
            var parameters = run.GetParameters();
            // A what-if needs the question, from which other worlds can be asked; scenarios of other programs have a problem of their own.
            Assert.Contains(parameters[0].ParameterType, new[] { typeof(CaseProblem), typeof(CaseQuestion), typeof(ScenarioProblem), typeof(StabilityProblem), typeof(HypergameProblem) });
            // Between the problem and the options may stand the result of an analysis that this one builds on.
            Assert.All(parameters[1..^3], p => Assert.EndsWith("Result", p.ParameterType.Name));
            Assert.Equal(room + "Options", parameters[^3].ParameterType.Name);
            Assert.Equal(typeof(IProgress<AnalysisProgress>), parameters[^2].ParameterType);
            Assert.Equal(typeof(CancellationToken), parameters[^1].ParameterType);
            Assert.All(parameters[^2..], p => Assert.True(p.IsOptional, $"{a.Name}: {p.Name}"));
        });
    }

    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static bool CanChange(Type type) =>
        type.IsArray
        || (typeof(IEnumerable).IsAssignableFrom(type)
            && type != typeof(string)
            && type.Namespace is "System.Collections.Generic"
            && !type.Name.StartsWith("IReadOnly", StringComparison.Ordinal)
            && !type.Name.StartsWith("IEnumerable", StringComparison.Ordinal));
}
