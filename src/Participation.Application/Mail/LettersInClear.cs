using Microsoft.EntityFrameworkCore;
using Participation.Application.Following;
using Participation.Data;
using Participation.Domain.Mail;

namespace Participation.Application.Mail;

/// <summary>Letters that wait or were set aside in clear, from before there were seals.</summary>
public sealed class LettersInClear(LetterSeal seal)
{
    const int AtOnce = 500;

    /// <returns>How many there were.</returns>
    public async Task<int> SealSome(AppDbContext db, CancellationToken ct)
    {
        // What is on its way is sealed by whoever sends it.
        var clear = await db.OutgoingMails.Where(m => m.Sealed == null && m.To != "" && m.Status != MailStatus.Sending).OrderBy(m => m.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var mail in clear) await SealOne(mail, ct);
        // Taken meanwhile: looked at again.
        await db.SaveUnlessQuicker(ct);
        return clear.Count;
    }

    public async Task SealOne(OutgoingMail mail, CancellationToken ct)
    {
        if (mail.Sealed is null && seal.Open(mail) is { } letter) mail.Seal(await seal.Seal(mail.Key, letter, ct));
    }
}
