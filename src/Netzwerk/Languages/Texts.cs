namespace Netzwerk.Languages;

/// <summary>Marks the texts that parents read. The German sentence is the key; a translation is a resource file beside this class.</summary>
public sealed class Texts;
