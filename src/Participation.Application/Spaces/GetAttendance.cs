using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;

namespace Participation.Application.Spaces;

/// <summary>How many came to which meeting of a process.</summary>
[Audience(Audience.Public)]
public sealed record GetAttendance(string Slug) : IRequest<Outcome<AttendanceView>>;

sealed class GetAttendanceHandler(AppDbContext db) : IRequestHandler<GetAttendance, Outcome<AttendanceView>>
{
    public async Task<Outcome<AttendanceView>> Handle(GetAttendance ask, CancellationToken ct) =>
        await db.Spaces.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == ask.Slug, ct) is { } space ? AttendanceView.Of(space) : Refusal.NotFound;
}
