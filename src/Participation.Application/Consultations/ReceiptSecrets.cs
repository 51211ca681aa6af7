using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Data;
using Participation.Data.Consultations;
using Participation.Data.Writing;
using Participation.Domain.Consultations;

namespace Participation.Application.Consultations;

/// <summary>
/// Derives a receipt's secret from the city's key, the idempotency key and the number, so that a retry can be answered with the
/// same secret although only its hash is stored.
/// </summary>
public sealed class ReceiptSecrets(IServiceScopeFactory scopes) : IDisposable
{
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    const int Length = 16;

    readonly SemaphoreSlim loading = new(1, 1);
    byte[]? key;

    /// <summary>Sixteen characters (80 bits), grouped by four.</summary>
    public async ValueTask<string> For(KeyClaim claim, ReceiptNumber number, CancellationToken ct)
    {
        var mac = HMACSHA256.HashData(key ?? await Load(ct), Encoding.UTF8.GetBytes($"{claim.Key} {number}"));
        return string.Create(Length + 3, mac, static (text, mac) =>
        {
            for (int i = 0, at = 0; i < Length; i++)
            {
                if (i > 0 && i % 4 == 0) text[at++] = '-';
                text[at++] = Alphabet[mac[i] & 31];
            }
        });
    }

    /// <summary>What is stored. Case, spaces and hyphens do not matter: people type it from paper.</summary>
    public static byte[] Hash(string? secret)
    {
        var plain = (secret ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)
            .Select(c => c switch { 'o' => '0', 'i' or 'l' => '1', _ => c });
        return SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(plain)));
    }

    public void Dispose() => loading.Dispose();

    async Task<byte[]> Load(CancellationToken ct)
    {
        await loading.WaitAsync(ct);
        try
        {
            if (key is not null) return key;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            if (await db.ReceiptKeys.AsNoTracking().SingleOrDefaultAsync(ct) is { } stored) return key = stored.Value;
            db.ReceiptKeys.Add(new ReceiptKey(RandomNumberGenerator.GetBytes(32)));
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                // Another node made it first.
                db.ChangeTracker.Clear();
            }
            return key = (await db.ReceiptKeys.AsNoTracking().SingleAsync(ct)).Value;
        }
        finally
        {
            loading.Release();
        }
    }
}
