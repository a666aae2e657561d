namespace Parley.Cases.Formats;

/// <summary>What a scenario of another program may hold at most. Every limit has its own finding.</summary>
public static class ScenarioLimits
{
    /// <summary>Bytes of a file (16 MiB); <c>file-too-large</c>.</summary>
    public const int FileBytes = 16 * 1024 * 1024;

    /// <summary>Bytes of all files of a folder together (64 MiB); <c>folder-too-large</c>.</summary>
    public const int FolderBytes = 64 * 1024 * 1024;

    /// <summary>Files of a folder; <c>too-many-files</c>.</summary>
    public const int Files = 64;

    /// <summary>Elements, attributes, lists, maps and scalars of a file, aliases written out; <c>too-many-nodes</c>.</summary>
    public const int Nodes = 1_000_000;

    /// <summary>Levels of elements, lists and maps inside one another; <c>too-deep</c>.</summary>
    public const int Depth = 64;

    /// <summary>Issues of a scenario; <c>too-many-issues</c>.</summary>
    public const int Issues = 1_000;

    /// <summary>Values of one issue; <c>too-many-values</c>.</summary>
    public const int Values = 10_000;

    /// <summary>Values of all issues together, those of integer ranges counted one by one; <c>too-many-values</c>.</summary>
    public const int AllValues = 200_000;

    /// <summary>Profiles of a folder; <c>too-many-profiles</c>.</summary>
    public const int Profiles = 32;

    /// <summary>Hyper-rectangles of one profile; <c>too-many-rectangles</c>.</summary>
    public const int Rectangles = 10_000;

    /// <summary>Outcomes that are looked through for one that stands for a reservation value; <c>no-reservation-bid</c>.</summary>
    public const int SearchedOutcomes = 1_000_000;
}
