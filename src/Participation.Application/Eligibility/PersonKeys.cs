using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Data;
using Participation.Data.Eligibility;
using Participation.Domain.Consultations;
using Participation.Domain.Eligibility;

namespace Participation.Application.Eligibility;

/// <summary>Makes the keyed hashes by which a person is known again, and seals what staff must print.</summary>
public sealed class PersonKeys(IServiceScopeFactory scopes, IDataProtectionProvider protection) : IDisposable
{
    readonly IDataProtector keySeal = protection.CreateProtector("eligibility.key");
    readonly IDataProtector letterSeal = protection.CreateProtector("eligibility.letter");
    readonly SemaphoreSlim loading = new(1, 1);
    byte[]? key;

    public async ValueTask<byte[]> PersonOf(PersonalFacts facts, CancellationToken ct) => Hash(key ?? await Load(ct), "person", facts.Person);

    public async ValueTask<byte[]> ProofOf(PersonalFacts facts, CancellationToken ct) => Hash(key ?? await Load(ct), "proof", facts.Proof);

    public async ValueTask<byte[]> CodeOf(string userId, string code, CancellationToken ct) => Hash(key ?? await Load(ct), "code", $"{userId}|{code}");

    public async ValueTask<byte[]> ReporterOf(string reporter, CancellationToken ct) => Hash(key ?? await Load(ct), "reporter", reporter);

    /// <summary>Half of the hash: enough to find by, and nobody relies on it to tell people apart.</summary>
    public async ValueTask<byte[]> SenderOf(SenderField field, string folded, CancellationToken ct) => Hash(key ?? await Load(ct), $"sender.{field}", folded)[..16];

    public async ValueTask<byte[]> MailboxOf(string folded, CancellationToken ct) => Hash(key ?? await Load(ct), "mailbox", folded)[..16];

    /// <summary>Of all that is sealed of a sender.</summary>
    public async ValueTask<byte[]> PrintOf(byte[] sender, CancellationToken ct) => PrintOf(key ?? await Load(ct), sender);

    /// <summary>The same, for whoever can't wait; null before the key was first asked for.</summary>
    public byte[]? PrintNow(byte[] sender) => key is { } loaded ? PrintOf(loaded, sender) : null;

    /// <param name="folded">The address as Identity compares it.</param>
    public async ValueTask<byte[]> AccountOf(string folded, CancellationToken ct) => Hash(key ?? await Load(ct), "account", folded);

    /// <summary>Not the one that letters are found by: who goes to a workshop is nobody's affair who reads the outbox.</summary>
    public async ValueTask<byte[]> ParticipantOf(string folded, CancellationToken ct) => Hash(key ?? await Load(ct), "participant", folded)[..16];

    public string Seal(string letter) => letterSeal.Protect(letter);

    public string Open(string letter) => letterSeal.Unprotect(letter);

    public byte[] ResealKey(byte[] kept) => keySeal.Protect(keySeal.Unprotect(kept));

    public void Dispose() => loading.Dispose();

    static byte[] Hash(byte[] key, string what, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{what}|{text}"));

    static byte[] PrintOf(byte[] key, byte[] sender) => HMACSHA256.HashData(key, (byte[])[.. "print|"u8, .. sender]);

    async Task<byte[]> Load(CancellationToken ct)
    {
        await loading.WaitAsync(ct);
        try
        {
            if (key is not null) return key;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            if (!await db.Set<PersonKey>().AnyAsync(ct))
            {
                db.Add(new PersonKey(keySeal.Protect(RandomNumberGenerator.GetBytes(32))));
                try
                {
                    await db.SaveChangesAsync(ct);
                }
                catch (DbUpdateException)
                {
                    // Another node made it first.
                    db.ChangeTracker.Clear();
                }
            }
            return key = keySeal.Unprotect((await db.Set<PersonKey>().AsNoTracking().SingleAsync(ct)).Value);
        }
        finally
        {
            loading.Release();
        }
    }
}
