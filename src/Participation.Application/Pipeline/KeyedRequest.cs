using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Data.Writing;
using Participation.Domain.People;

namespace Participation.Application.Pipeline;

/// <summary>A request that may carry an <c>Idempotency-Key</c>: sent again with the same body it has no second effect.</summary>
public interface IKeyedRequest
{
    /// <summary>Left out of the body's hash.</summary>
    [JsonIgnore]
    string? Key { get; }
}

static class KeyClaims
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The claim of a request with a key; of one without, a key nobody else has.</summary>
    public static KeyClaim ClaimFor<TRequest>(this Caller caller, TRequest request) where TRequest : IKeyedRequest =>
        KeyClaim.Of(
            $"{caller.ActorId} {typeof(TRequest).Name}",
            request.Key ?? Guid.NewGuid().ToString(),
            JsonSerializer.SerializeToUtf8Bytes(request, Json));
}
