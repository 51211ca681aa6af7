using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Participation.Data;

namespace Participation.Application.Sealing;

/// <summary>Rows of a table, each with one sealed value.</summary>
abstract class SealedRows<T> : ISealedThings where T : class
{
    public abstract string Name { get; }

    public async Task<Resealed> Reseal(AppDbContext db, SealKey newest, int skip, int atMost, CancellationToken ct)
    {
        var rows = await InOrder(Others(db, newest)).Skip(skip).Take(atMost).ToListAsync(ct);
        var anew = 0;
        foreach (var row in rows)
            if (await Opens(row, ct)) anew++;
        return new(rows.Count, anew, rows.Count - anew);
    }

    public Task<int> CountOf(AppDbContext db, SealKey key, CancellationToken ct) => Of(db, key).CountAsync(ct);

    /// <summary>Those that another key sealed.</summary>
    protected abstract IQueryable<T> Others(AppDbContext db, SealKey newest);

    protected abstract IQueryable<T> Of(AppDbContext db, SealKey key);

    protected abstract IOrderedQueryable<T> InOrder(IQueryable<T> rows);

    /// <summary>Seals it anew.</summary>
    protected abstract void Reseal(T row);

    async ValueTask<bool> Opens(T row, CancellationToken ct)
    {
        if (!await MayReseal(row, ct)) return false;
        try
        {
            Reseal(row);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    protected virtual ValueTask<bool> MayReseal(T row, CancellationToken ct) => new(true);
}
