using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>Whom a submission can be handed to.</summary>
/// <param name="Find">A part of a name: where there are more colleagues than a list holds, those are listed.</param>
[Audience(Audience.SpaceStaff)]
public sealed record ListDesk(string Slug, string? Find = null) : IRequest<Outcome<DeskView>>
{
    public const int PeopleAtMost = 1000;
}

/// <param name="Many">There are more colleagues than a list holds: they are found by name.</param>
public sealed record DeskView(IReadOnlyList<DeskPerson> People, IReadOnlyList<DeskOffice> Offices, bool Many = false);

sealed class ListDeskHandler(AppDbContext db, ConsultationCatalog catalog, AccountSeal accounts, TimeProvider clock, Caller caller) : IRequestHandler<ListDesk, Outcome<DeskView>>
{
    /// <summary>Names are sealed: by a part of one is found by opening them, so many at a time.</summary>
    const int Chunk = 2000;

    public async Task<Outcome<DeskView>> Handle(ListDesk ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { Consultation: var consultation }) return Refusal.NotFound;
        if (!caller.IsStaffOf(consultation.Space)) return Refusal.NotAllowed;
        var staff = db.StaffOf(consultation.Space, clock.GetUtcNow()).OrderBy(u => u.Id);
        var some = Named(await staff.Take(ListDesk.PeopleAtMost + 1).ToListAsync(ct));
        var many = some.Count > ListDesk.PeopleAtMost;
        if (many && Plain(ask.Find ?? "") is { Length: > 0 } sought) some = await Sought(staff, sought, ct);
        return new DeskView(
            [.. some.Take(ListDesk.PeopleAtMost).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Account)], await db.OpenOffices().ToListAsync(ct), many);
    }

    async Task<List<DeskPerson>> Sought(IQueryable<User> staff, string sought, CancellationToken ct)
    {
        List<DeskPerson> found = [];
        for (var after = ""; found.Count < ListDesk.PeopleAtMost;)
        {
            var chunk = await staff.Where(u => u.Id.CompareTo(after) > 0).Take(Chunk).ToListAsync(ct);
            found.AddRange(Named(chunk).Where(p => Plain(p.Name).Contains(sought, StringComparison.OrdinalIgnoreCase)));
            if (chunk.Count < Chunk) break;
            after = chunk[^1].Id;
        }
        return found;
    }

    List<DeskPerson> Named(List<User> staff) => staff.ConvertAll(u => new DeskPerson { Account = u.Id, Name = accounts.Open(u).Name });

    /// <summary>平田　かもめ is 平田かもめ.</summary>
    static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
}
