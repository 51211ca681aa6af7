using FluentValidation;
using MediatR;
using Participation.Domain.Outcomes;

namespace Participation.Application.Pipeline;

/// <summary>Checks a request's shape with the validator beside it, if it has one. Rules about the world are the domain's.</summary>
sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IRefusable<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var faults = validators.SelectMany(validator => validator.FaultsOf(request)).ToList();
        return faults.Count is 0 ? next() : Task.FromResult(TResponse.Refuse(Refusal.Invalid(faults)));
    }
}

static class Validators
{
    public static IReadOnlyList<Fault> FaultsOf<T>(this IValidator<T> validator, T request) =>
    [
        .. validator.Validate(request).Errors
            .Select(error => new Fault(ApiPath(error.PropertyName), error.ErrorCode, error.CustomState as object[] ?? [])),
    ];

    /// <summary>Opinions[1].Text as the API spells it: opinions[1].text.</summary>
    static string ApiPath(string path) =>
        string.Join('.', path.Split('.').Select(part => char.ToLowerInvariant(part[0]) + part[1..]));
}
