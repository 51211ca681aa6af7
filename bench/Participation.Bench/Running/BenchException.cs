namespace Participation.Bench.Running;

/// <summary>Something that makes a measurement worthless; nothing is printed as if it had been measured.</summary>
sealed class BenchException(string message) : Exception(message);
