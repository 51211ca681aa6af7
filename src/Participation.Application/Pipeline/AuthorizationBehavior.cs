using System.Reflection;
using MediatR;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Pipeline;

/// <summary>Refuses whoever a request is not for, and a request that does not say who it is for.</summary>
sealed class AuthorizationBehavior<TRequest, TResponse>(Caller caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IRefusable<TResponse>
{
    static readonly Audience? Stated = typeof(TRequest).GetCustomAttribute<AudienceAttribute>()?.Audience;

    /// <summary>How far a token must reach. To read what everybody may takes the least; whatever leaves something behind is keyed.</summary>
    static readonly TokenScope Needed = Stated switch
    {
        Audience.Public => typeof(IKeyedRequest).IsAssignableFrom(typeof(TRequest)) ? TokenScope.Submit : TokenScope.Read,
        Audience.Submitter or Audience.Seat or Audience.SignedIn => TokenScope.Submit,
        _ => TokenScope.Work,
    };

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (caller.Scope < Needed) return Task.FromResult(TResponse.Refuse(Refusal.TokenScope));
        if (Stated is { } audience && audience.Includes(caller)) return next();
        return Task.FromResult(TResponse.Refuse(caller == Caller.Anonymous ? Refusal.SignInRequired : Refusal.NotAllowed));
    }
}
