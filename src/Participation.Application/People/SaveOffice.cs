using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>担当課 in the order of their names; closed ones last.</summary>
/// <param name="After">The id of the last one seen.</param>
[Audience(Audience.Administrator)]
public sealed record ListOffices(long? After = null, int Limit = Paging.AtMost) : IRequest<Outcome<Page<OfficeView>>>;

/// <summary>Opens an office, or names one anew.</summary>
[Audience(Audience.Administrator)]
public sealed record SaveOffice(int? Id, string Name) : IRequest<Outcome<OfficeView>>;

/// <summary>Closes an office, or undoes that.</summary>
[Audience(Audience.Administrator)]
public sealed record CloseOffice(int Id, bool Reopen = false) : IRequest<Outcome<Done>>;

/// <param name="People">How many hold a role in it now.</param>
public sealed record OfficeView(int Id, string Name, DateTimeOffset? ClosedAt, int People);

sealed class ListOfficesHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<ListOffices, Outcome<Page<OfficeView>>>
{
    public async Task<Outcome<Page<OfficeView>>> Handle(ListOffices ask, CancellationToken ct)
    {
        var (now, limit) = (clock.GetUtcNow(), Paging.Bound(ask.Limit));
        var offices = db.Offices.AsNoTracking();
        if (ask.After is { } after)
        {
            var last = await db.Offices.AsNoTracking().Where(o => o.Id == after).Select(o => new { o.Name, Closed = o.ClosedAt != null }).SingleOrDefaultAsync(ct);
            if (last is null) return Refusal.NotFound;
            offices = offices.Where(o => (o.ClosedAt != null) == last.Closed ? o.Name.CompareTo(last.Name) > 0 : o.ClosedAt != null);
        }
        var found = await offices.OrderBy(o => o.ClosedAt != null).ThenBy(o => o.Name).Take(limit + 1)
            .Select(o => new OfficeView(o.Id, o.Name, o.ClosedAt, db.RoleGrants
                .Where(g => g.OfficeId == o.Id && g.TakenAt == null && g.From <= now && (g.Until == null || g.Until > now)).Select(g => g.UserId).Distinct().Count()))
            .ToListAsync(ct);
        return Page.Of(found, limit, o => o.Id);
    }
}

sealed class SaveOfficeHandler(AppDbContext db) : IRequestHandler<SaveOffice, Outcome<OfficeView>>
{
    public async Task<Outcome<OfficeView>> Handle(SaveOffice ask, CancellationToken ct)
    {
        var name = (ask.Name ?? "").Trim();
        if (await db.Offices.AnyAsync(o => o.Name == name && o.Id != ask.Id, ct)) return Refusal.Invalid("name", "office-twice");
        Office office;
        if (ask.Id is { } id)
        {
            if (await db.Offices.SingleOrDefaultAsync(o => o.Id == id, ct) is not { } found) return Refusal.NotFound;
            var named = (office = found).Rename(name);
            if (named.Refused) return named.Why;
        }
        else
        {
            var opened = Office.Open(name);
            if (opened.Refused) return opened.Why;
            db.Offices.Add(office = opened.Value);
        }
        await db.SaveChangesAsync(ct);
        return new OfficeView(office.Id, office.Name, office.ClosedAt, 0);
    }
}

sealed class CloseOfficeHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<CloseOffice, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CloseOffice ask, CancellationToken ct)
    {
        var office = await db.Offices.SingleOrDefaultAsync(o => o.Id == ask.Id, ct);
        if (office is null) return Refusal.NotFound;
        if (ask.Reopen) office.Reopen();
        else if (office.Close(clock.GetUtcNow()) is { Refused: true } closed) return closed.Why;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
