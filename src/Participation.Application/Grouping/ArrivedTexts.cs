using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Data.Grouping;
using Participation.Domain.Grouping;
using Participation.Domain.Live;

namespace Participation.Application.Grouping;

/// <summary>What was said in a consultation so far, ready for the next text to be put beside it. Late opinions are not among it.</summary>
sealed class ArrivedTexts(string stream, int consultation)
{
    const int AtOnce = 8192;

    readonly LetterGroups groups = new();
    /// <summary>Of each text by its number in order of arrival.</summary>
    readonly List<long> sequences = [];

    public string Stream => stream;

    public int Consultation => consultation;

    /// <summary>How far of the stream it knows.</summary>
    public long Upto { get; private set; }

    public static Task<int> ConsultationOf(AppDbContext db, string stream, CancellationToken ct)
    {
        var slug = Streams.ConsultationSlug(stream);
        return db.Consultations.AsNoTracking().Where(c => c.Slug == slug).Select(c => c.Id).SingleAsync(ct);
    }

    /// <summary>Goes on to a sequence of the stream.</summary>
    /// <returns>Those of the texts in between that belong somewhere.</returns>
    public async Task<IReadOnlyList<Arrival>> Place(AppDbContext db, long upto, CancellationToken ct)
    {
        var found = new List<Arrival>();
        while (Upto < upto)
        {
            // By the log, not by how they count today: what was taken back later had its place as well.
            var some = await db.LiveEvents.AsNoTracking().Where(e => e.Stream == stream && e.Sequence > Upto && e.Sequence <= upto && e.Kind == Kinds.OpinionReceived)
                .Join(db.Opinions.Where(o => o.ConsultationId == consultation), e => e.Sequence, o => o.Sequence, (e, o) => new { o.Sequence, o.Text })
                .OrderBy(o => o.Sequence).Take(AtOnce).ToListAsync(ct);
            sequences.AddRange(some.Select(o => o.Sequence));
            var placed = groups.PlaceAll([.. some.Select(o => o.Text)], ct: ct);
            for (var i = 0; i < some.Count; i++)
                if (placed[i].As is not Placing.First) found.Add(new(some[i].Sequence, placed[i].As, sequences[placed[i].Beside], (int)(placed[i].Likeness * 100)));
            Upto = some.Count < AtOnce ? upto : some[^1].Sequence;
        }
        return found;
    }
}
