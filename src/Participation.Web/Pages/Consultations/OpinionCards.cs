using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Caching.Memory;
using Participation.Application.Answering;
using Participation.Domain.Moderation;
using Participation.Web.Parts;

namespace Participation.Web.Pages.Consultations;

/// <summary>
/// Cards of opinions as HTML, each rendered once for a language and kept with what it was made of: one that would look otherwise now
/// (masked, moved, the plan's heading changed) is made anew. A page of fifty would else spend half its time on them.
/// </summary>
public sealed class OpinionCards(IServiceScopeFactory scopes, ILoggerFactory logs) : IDisposable
{
    const int CharactersKept = 16 * 1024 * 1024;

    readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = CharactersKept });

    /// <summary>The cards in the reader's language, in order.</summary>
    public async Task<IReadOnlyList<MarkupString>> Of(string slug, IReadOnlyList<View> opinions)
    {
        var language = CultureInfo.CurrentUICulture.Name;
        var cards = new MarkupString[opinions.Count];
        for (var i = 0; i < cards.Length; i++)
        {
            var opinion = opinions[i];
            var key = new Key(slug, opinion.Sequence, language);
            if (!kept.TryGetValue(key, out Card? card) || card!.Of != opinion)
                kept.Set(key, card = new(opinion, await Render(slug, opinion)), new MemoryCacheEntryOptions { Size = card.Html.Length });
            cards[i] = new(card.Html);
        }
        return cards;
    }

    public void Dispose() => kept.Dispose();

    async Task<string> Render(string slug, View opinion)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<OpinionCard>(opinion.Parameters(slug))).ToHtmlString());
    }

    /// <summary>What a card shows.</summary>
    public sealed record View(
        long Sequence, DateTimeOffset ReceivedAt, string Text, string? Quote, string? Place, string? PlaceHref, string? Topic,
        Withheld? Withheld, string ReportHref, int Alike, OpinionAnswer? Answer = null)
    {
        internal ParameterView Parameters(string slug) => ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(OpinionCard.Sequence)] = Sequence,
            [nameof(OpinionCard.ReceivedAt)] = ReceivedAt,
            [nameof(OpinionCard.Text)] = Text,
            [nameof(OpinionCard.Quote)] = Quote,
            [nameof(OpinionCard.Place)] = Place,
            [nameof(OpinionCard.PlaceHref)] = PlaceHref,
            [nameof(OpinionCard.Topic)] = Topic,
            [nameof(OpinionCard.Withheld)] = Withheld,
            [nameof(OpinionCard.ReportHref)] = ReportHref,
            [nameof(OpinionCard.Alike)] = Alike,
            [nameof(OpinionCard.AnswerHref)] = Answer is { } row ? $"/consultations/{slug}/answers?after={row.Row - 1}#row-{row.Row}" : null,
            [nameof(OpinionCard.BecameHref)] = Answer?.Became is { } became ? $"/consultations/{slug}/plan/{became}" : null,
        });
    }

    readonly record struct Key(string Slug, long Sequence, string Language);

    sealed record Card(View Of, string Html);
}
