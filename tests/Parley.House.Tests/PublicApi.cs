using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Parley.House.Tests;

/// <summary>Writes the public types of an assembly and their members, sorted, one a line.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<string> Inherited =
        ["ToString", "Equals", "GetHashCode", "Deconstruct", "PrintMembers", "op_Equality", "op_Inequality", "<Clone>$"];

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Head(type)}\n");
            foreach (var line in Members(type).Order(StringComparer.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"  {line}\n");
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Head(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => IsRecord(type) ? "record struct" : "struct",
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            _ => (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (IsRecord(type) ? "record" : "class"),
        };
        var bases = new[] { type.BaseType }.Where(b => b is not null && b.Namespace != "System").Concat(Own(type)).Select(b => Name(b!)).ToList(); // not null: just filtered
        return $"{kind} {type.Namespace}.{Name(type)}{(bases.Count > 0 ? " : " + string.Join(", ", bases) : "")}";
    }

    private static IEnumerable<Type?> Own(Type type) =>
        type.IsEnum || typeof(Delegate).IsAssignableFrom(type)
            ? []
            : type.GetInterfaces()
                .Where(i => i.IsPublic && type.BaseType?.GetInterfaces().Contains(i) != true && i.Name is not "IEquatable`1")
                .OrderBy(i => i.FullName, StringComparer.Ordinal);

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Declared) is not null;

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type).Select(n => string.Create(CultureInfo.InvariantCulture, $"{(int)Enum.Parse(type, n):00} {n}"));
        var constructors = type.GetConstructors(Declared).Where(c => IsOpen(c) && !IsCopy(c, type)).Select(c => $"new({Parameters(c)})");
        var methods = type.GetMethods(Declared).Where(m => IsOpen(m) && IsWritten(m)).Select(Method);
        var properties = type.GetProperties(Declared).Where(p => p.Name != "EqualityContract" && p.GetMethod is { } get && IsOpen(get)).Select(Property);
        var fields = type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily).Select(f => $"{(f.IsStatic ? "static " : "")}{Nullable(f)} {f.Name}");
        return constructors.Concat(methods).Concat(properties).Concat(fields);
    }

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsCopy(ConstructorInfo constructor, Type type) =>
        constructor.IsFamily && constructor.GetParameters() is [var only] && only.ParameterType == type;

    private static bool IsWritten(MethodInfo method) =>
        !Inherited.Contains(method.Name)
        && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
        return $"{(method.IsStatic ? "static " : "")}{Nullable(method.ReturnParameter)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Property(PropertyInfo property)
    {
        var get = property.GetMethod!; // asked for above
        var set = property.SetMethod is { } setter && IsOpen(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var index = property.GetIndexParameters() is { Length: > 0 } by ? $"[{string.Join(", ", by.Select(Parameter))}]" : "";
        return $"{(get.IsStatic ? "static " : "")}{required}{Nullable(property)} {property.Name}{index} {{ get;{set} }}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var fallback = parameter.HasDefaultValue
            ? " = " + (parameter.DefaultValue switch { null => "default", bool b => b ? "true" : "false", var v => Convert.ToString(v, CultureInfo.InvariantCulture) })
            : "";
        var passed = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        return $"{passed}{Nullable(parameter)} {parameter.Name}{fallback}";
    }

    private static string Nullable(ParameterInfo parameter) => Written(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

    private static string Nullable(PropertyInfo property) => Written(property.PropertyType, new NullabilityInfoContext().Create(property));

    private static string Nullable(FieldInfo field) => Written(field.FieldType, new NullabilityInfoContext().Create(field));

    private static string Written(Type type, NullabilityInfo nullability) =>
        Name(type) + (!type.IsValueType && !type.IsByRef && nullability.ReadState == NullabilityState.Nullable ? "?" : "");

    private static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!); // a reference refers to something
        if (type.IsArray) return Name(type.GetElementType()!) + "[]"; // and an array holds something
        if (System.Nullable.GetUnderlyingType(type) is { } inner) return Name(inner) + "?";
        var own = type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name; // nested in something
        if (!type.IsGenericType) return Keyword(type) ?? own;
        var arguments = type.GetGenericArguments().Select(Name);
        var bare = own.Split('`')[0];
        return bare == "ValueTuple" ? $"({string.Join(", ", arguments)})" : $"{bare}<{string.Join(", ", arguments)}>";
    }

    private static string? Keyword(Type type) => type switch
    {
        _ when type == typeof(void) => "void",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(int) => "int",
        _ when type == typeof(long) => "long",
        _ when type == typeof(string) => "string",
        _ when type == typeof(decimal) => "decimal",
        _ when type == typeof(double) => "double",
        _ when type == typeof(object) => "object",
        _ => null,
    };
}
