namespace Parley.House.Tests;

/// <summary>A project, what it is for, and the projects it may know.</summary>
internal sealed record PlannedProject(string Name, bool IsLibrary, string Purpose, params string[] MayReference);

/// <summary>A room, what it is for, and the rooms of its own project it may know.</summary>
internal sealed record PlannedRoom(string Project, string Name, string Purpose, params string[] MayKnow);

/// <summary>The plan of the house: the one list of what may know what. The tests compare the sources with it and draw it.</summary>
internal static class HousePlan
{
    public static IReadOnlyList<PlannedProject> Projects { get; } =
    [
        new("Parley.Kernels", true, "plain exact mathematics; knows no party, no issue, no file"),
        new("Parley.Cases", true, "what a case is, its text, and what is checked about it"),
        new("Parley", true, "what can be asked of a case", "Parley.Kernels", "Parley.Cases"),
        new("Parley.Verifier", false, "checks a certificate without the code that made it", "Parley.Cases"),
        new("Parley.Reports", true, "results as sentences, tables and JSON; all English lives here", "Parley", "Parley.Cases"),
        new("Parley.Cli", false, "the command", "Parley.Reports", "Parley", "Parley.Cases", "Parley.Verifier"),
    ];

    public static IReadOnlyList<PlannedRoom> Rooms { get; } =
    [
        new("Parley.Kernels", "Exact", "fractions without rounding"),
        new("Parley.Kernels", "Graphs", "who is stable where in a graph of moves"),
        new("Parley.Kernels", "Linear", "multipliers that refute a set of packages, and small linear programs", "Exact"),
        new("Parley.Kernels", "Packages", "search over packages under additive rows and clauses", "Exact", "Linear"),
        new("Parley.Kernels", "Pareto", "undominated packages", "Exact", "Packages"),
        new("Parley.Kernels", "Rectangles", "undominated packages where values hang on several issues at once", "Exact", "Pareto"),
        new("Parley.Kernels", "Sampling", "numbers drawn so that any draw can be had alone"),
        new("Parley.Kernels", "Sensitivity", "which inputs the spread of a result comes from", "Sampling"),
        new("Parley.Kernels", "Sets", "families of sets"),
        new("Parley.Kernels", "Solutions", "which package or lottery the classical solutions pick", "Exact", "Linear", "Pareto"),
        new("Parley.Kernels", "Statistics", "distributions of sums of events", "Exact"),

        new("Parley.Cases", "Diagnostics", "a place in a text and what is wrong there"),
        new("Parley.Cases", "Model", "parties, issues, options, rules, overlays, evidence", "Diagnostics"),
        new("Parley.Cases", "Claims", "the phrases that claims are made of", "Model"),
        new("Parley.Cases", "Text", "reads, patches and describes the case format", "Diagnostics", "Model", "Checks", "Overlays"),
        new("Parley.Cases", "Overlays", "lays changes on a case", "Diagnostics", "Model", "Text", "Checks"),
        new("Parley.Cases", "Checks", "mistakes of meaning", "Claims", "Diagnostics", "Model", "Text", "Overlays"),
        new("Parley.Cases", "Events", "who did what to whom when, as event data sets have it", "Diagnostics"),
        new("Parley.Cases", "Documents", "attached texts: cleaned with a way back to the bytes, and where quotes stand in them", "Model", "Overlays", "Text"),
        new("Parley.Cases", "Evidence", "who said what, what was talked about, what was seen and foretold", "Checks", "Claims", "Diagnostics", "Events", "Model", "Text"),
        new("Parley.Cases", "Scenarios", "what a scenario of another program is"),
        new("Parley.Cases", "Conflicts", "what a conflict of the graph model is, and its text", "Diagnostics", "Text"),
        new("Parley.Cases", "Formats", "reads and writes the files of other programs", "Conflicts", "Diagnostics", "Scenarios", "Text"),

        new("Parley", "Results", "words that all results share"),
        new("Parley", "Problems", "a case compiled to numbers, and the way back to names", "Results"),
        new("Parley", "Verdict", "is there anything to discuss, by how much, and the proof", "Problems", "Results"),
        new("Parley", "Frontier", "acceptable packages that none beats", "Problems", "Results"),
        new("Parley", "Bargaining", "which package the classical solutions pick", "Problems", "Results", "Frontier"),
        new("Parley", "Coalitions", "who could agree without whom", "Problems", "Results"),
        new("Parley", "Deals", "the named deals one by one", "Problems", "Results", "Coalitions"),
        new("Parley", "Draws", "the verdict of a case again and again, with other numbers", "Problems", "Results", "Verdict", "Deals"),
        new("Parley", "Sweeps", "many questions alike, shared out over machines", "Problems", "Results", "Verdict", "Draws"),
        new("Parley", "Obstacles", "why there is no deal, and what each obstacle has to do with it", "Problems", "Results", "Verdict", "Deals"),
        new("Parley", "Perceptions", "who sees a deal, and whether there is one", "Problems", "Results", "Verdict", "Deals"),
        new("Parley", "Comparisons", "the case under several overlays side by side, and what makes the difference", "Problems", "Results", "Verdict", "Deals", "Obstacles"),
        new("Parley", "Trade", "what each side could give, and the terms of a swap", "Problems", "Results"),
        new("Parley", "Openings", "what would open it, and why each side refuses", "Problems", "Results", "Verdict"),
        new("Parley", "Outcomes", "the frontier and the solutions of another program's scenario", "Problems", "Results"),
        new("Parley", "Stability", "who would leave how things stand, in which sense, and what would upset it", "Problems", "Results", "Verdict", "Coalitions"),
        new("Parley", "Beliefs", "what to believe of what is reported, and on whose word", "Results"),
        new("Parley", "Agenda", "what was talked about when, what came of it, and what is never raised", "Problems", "Results", "Verdict"),
        new("Parley", "Dynamics", "where the relationship is expected to go, and what would change the verdict on the way", "Problems", "Results", "Verdict"),
        new("Parley", "History", "what happened, counted over time, and what it did to the relationship", "Dynamics", "Problems", "Results", "Verdict"),
        new("Parley", "Hypotheses", "which of the rival explanations fits what was seen", "Beliefs", "Problems", "Results"),
        new("Parley", "Ledger", "who foretold what, and how good it was", "Problems", "Results", "Draws"),
        new("Parley", "Sensitivity", "which numbers the verdict hangs on, and which are worth finding out", "Problems", "Results", "Verdict", "Draws", "Openings"),
        new("Parley", "Robustness", "in which share of plausible worlds the verdict, its reasons and the claims stand", "Problems", "Results", "Verdict", "Draws", "Obstacles", "Claims"),
        new("Parley", "Claims", "which claims follow, and what they hang on", "Problems", "Results", "Verdict", "Deals", "Trade", "Frontier", "Bargaining", "Obstacles", "Openings", "Stability", "Beliefs", "Agenda", "Dynamics", "Hypotheses"),

        new("Parley.Verifier", "", "one small program, one room"),

        new("Parley.Reports", "Wording", "names, numbers and sentences"),
        new("Parley.Reports", "Answers", "the results asked for, and the stamp that says of what", "Wording"),
        new("Parley.Reports", "Json", "answers as JSON", "Answers", "Wording"),
        new("Parley.Reports", "Tables", "answers as text in columns", "Answers", "Wording"),
        new("Parley.Reports", "Pictures", "answers as drawings", "Wording"),

        new("Parley.Cli", "", "the program and its list of commands", "Commands", "Running"),
        new("Parley.Cli", "Commands", "one file for each command", "Running"),
        new("Parley.Cli", "Running", "what the commands share: the case at hand, its options, exit codes"),
    ];

    /// <summary>Arrows that go further than the project's own references, and why.</summary>
    public static IReadOnlyDictionary<(string Project, string Room), string> FarArrows { get; } =
        new Dictionary<(string, string), string>
        {
            [("Parley.Reports", "Parley.Kernels.Exact")] = "results carry exact fractions, and reports print them",
            [("Parley.Reports", "Parley.Kernels.Graphs")] = "results carry sets of states and traces of moves, and reports print them",
            [("Parley.Reports", "Parley.Kernels.Sensitivity")] = "results carry indices, boxes and values of information, and reports print them",
        };

    /// <summary>Rooms that know each other in a circle, and why they still do. None may be added inside Parley.</summary>
    public static IReadOnlyDictionary<string, string> KnownCircles { get; } = new Dictionary<string, string>
    {
        ["Parley.Cases: Checks, Overlays, Text"] =
            "the reader asks for checks and overlay paths, which speak with the reader's messages; the messages want a room of their own",
    };

    public static IReadOnlyList<string> ForbiddenFolders { get; } =
        ["Utils", "Helpers", "Common", "Core", "Extensions", "Managers", "Services", "V2"];

    /// <summary>Files beyond <see cref="FileLines"/> lines, and why.</summary>
    public static IReadOnlyDictionary<string, string> LongFiles { get; } = new Dictionary<string, string>();

    /// <summary>Methods beyond <see cref="MethodLines"/> lines, and why.</summary>
    public static IReadOnlyDictionary<string, string> LongMethods { get; } = new Dictionary<string, string>();

    public const int FileLines = 400;

    public const int MethodLines = 60;
}
