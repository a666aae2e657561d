namespace Parley.Cases.Formats;

/// <summary>One file of a scenario.</summary>
/// <param name="Name">Its name within the scenario's folder, with <c>/</c> between folders, such as <c>edges/first.yml</c>.</param>
/// <param name="Text">What stands in it; a byte-order mark and any line ends are accepted.</param>
public sealed record ScenarioText(string Name, string Text);
