using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>Holds who is asking in this scope; set once by whatever lets the request in (page, API, hub, console).</summary>
public sealed class CallerScope
{
    public Caller Current { get; set; } = Caller.Anonymous;
}
