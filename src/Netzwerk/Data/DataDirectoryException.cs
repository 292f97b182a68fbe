namespace Netzwerk.Data;

/// <summary>What is stored cannot be used, or not now. The message is all that the operator gets to read, so it says what to do.</summary>
public sealed class DataDirectoryException(string message, Exception? cause = null) : Exception(message, cause);
