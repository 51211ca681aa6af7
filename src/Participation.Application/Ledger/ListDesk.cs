using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>Whom a submission can be handed to.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record ListDesk(string Slug) : IRequest<Outcome<DeskView>>;

public sealed record DeskView(IReadOnlyList<DeskPerson> People, IReadOnlyList<DeskOffice> Offices);

sealed class ListDeskHandler(AppDbContext db, ConsultationCatalog catalog, AccountSeal accounts, TimeProvider clock, Caller caller) : IRequestHandler<ListDesk, Outcome<DeskView>>
{
    const int PeopleAtMost = 1000;

    public async Task<Outcome<DeskView>> Handle(ListDesk ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { Consultation: var consultation }) return Refusal.NotFound;
        if (!caller.IsStaffOf(consultation.Space)) return Refusal.NotAllowed;
        var staff = await db.StaffOf(consultation.Space, clock.GetUtcNow()).OrderBy(u => u.Id).Take(PeopleAtMost).ToListAsync(ct);
        return new DeskView(
            [.. staff.Select(u => new DeskPerson { Account = u.Id, Name = accounts.Open(u).Name }).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Account)], await db.OpenOffices().Take(PeopleAtMost).ToListAsync(ct));
    }
}
