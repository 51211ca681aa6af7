using Participation.Domain.Audit;
using Participation.Domain.Consultations;
using Participation.Domain.Live;

namespace Participation.Domain;

/// <summary>
/// A consistency boundary that notes what happened to it. Saving writes the rows, an audit entry per <see cref="Act"/>, a
/// live event per <see cref="News"/> and the changed counts in one transaction.
/// </summary>
public abstract class Aggregate
{
    readonly List<Act> acts = [];
    readonly List<News> news = [];
    readonly List<TallyChange> counts = [];

    public IReadOnlyList<Act> Acts => acts;

    public IReadOnlyList<News> News => news;

    protected void Log(string name, string subject, string detail = "{}") => acts.Add(new Act(name, subject, detail));

    protected void Count(IEnumerable<TallyChange> changes) => counts.AddRange(changes);

    protected void Tell(string stream, string kind, string data = "{}") => news.Add(new News(stream, kind, data));

    /// <summary>How it changes the counts that pages show.</summary>
    public IReadOnlyList<TallyChange> Counts => counts;

    /// <summary>Called by the one writer before the rows are written: which sequence the first of its news will get.</summary>
    public virtual void Foresee(long sequence)
    {
    }

    /// <summary>Called once they are written.</summary>
    public virtual void Forget()
    {
        acts.Clear();
        news.Clear();
        counts.Clear();
    }
}
