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
        List<Fault>? faults = null;
        foreach (var validator in validators)
            foreach (var error in validator.Validate(request).Errors)
                (faults ??= []).Add(new Fault(ApiPath(error.PropertyName), error.ErrorCode, error.CustomState as object[] ?? []));
        return faults is null ? next() : Task.FromResult(TResponse.Refuse(Refusal.Invalid(faults)));
    }

    /// <summary>Opinions[1].Text as the API spells it: opinions[1].text.</summary>
    static string ApiPath(string path) =>
        string.Join('.', path.Split('.').Select(part => char.ToLowerInvariant(part[0]) + part[1..]));
}
