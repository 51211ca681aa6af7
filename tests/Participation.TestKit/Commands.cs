using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Participation.TestKit;

/// <summary>Counts the database commands of one flow of work.</summary>
public sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    static readonly AsyncLocal<StrongBox?> Counting = new();

    static readonly IDisposable Listening = DiagnosticListener.AllListeners.Subscribe(new Commands());

    /// <summary>Called before the first command: EF Core remembers for a second that nobody listened.</summary>
    public static void Listen() => GC.KeepAlive(Listening);

    public static async Task<int> CountOf(Func<Task> work)
    {
        var box = Counting.Value = new();
        await work();
        Counting.Value = null;
        return box.Count;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory) value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && Counting.Value is { } box) Interlocked.Increment(ref box.Count);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";

    sealed class StrongBox
    {
        public int Count;
    }
}
