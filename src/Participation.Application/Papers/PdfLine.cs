using Participation.Domain.Outcomes;

namespace Participation.Application.Papers;

/// <summary>
/// Where PDFs wait for their turn: one for the public is written at a time and one for staff, so that the memory they take does not
/// grow with how many ask, and nobody outside can keep staff waiting.
/// </summary>
public sealed class PdfLine : IDisposable
{
    /// <summary>As many as wait behind the one that is being written; whoever comes then is told to come again.</summary>
    public const int Longest = 8;

    readonly Turn open = new(), staff = new();

    public Task<Outcome<Done>> Wait(bool isStaff, Func<Task<Outcome<Done>>> write, CancellationToken ct) => (isStaff ? staff : open).Take(write, ct);

    public void Dispose()
    {
        open.Dispose();
        staff.Dispose();
    }

    sealed class Turn : IDisposable
    {
        readonly SemaphoreSlim one = new(1);
        int inLine;

        public void Dispose() => one.Dispose();

        public async Task<Outcome<Done>> Take(Func<Task<Outcome<Done>>> write, CancellationToken ct)
        {
            try
            {
                if (Interlocked.Increment(ref inLine) > Longest + 1) return Refusal.Conflict("pdf-busy");
                await one.WaitAsync(ct);
                try
                {
                    return await write();
                }
                finally
                {
                    one.Release();
                }
            }
            finally
            {
                Interlocked.Decrement(ref inLine);
            }
        }
    }
}
