using System.Net;
using System.Text.RegularExpressions;
using Participation.Bench.Running;

namespace Participation.Bench.Boards;

/// <summary>A session of the real program, opened and joined through its pages, as people do it.</summary>
sealed partial class Hall
{
    readonly int port;

    Hall(int port, string code, Guid board, long head) => (this.port, Code, Board, Head) = (port, code, board, head);

    public string Code { get; }

    public Guid Board { get; }

    /// <summary>The stream's last sequence when the hall was opened.</summary>
    public long Head { get; }

    public string Stream => $"board:{Code}";

    /// <summary>By the demo's facilitator, so in Development.</summary>
    public static async Task<IReadOnlyList<Hall>> Open(RealProgram real, int count)
    {
        using var facilitator = Browser(real.Port, new CookieContainer());
        if (await Post(facilitator, "/account/sign-in", "sign-in", new() { ["Form.Email"] = "facilitator@example.jp", ["Form.Password"] = "Kamaishi-2026!" }) is null)
            throw new BenchException("The facilitator could not sign in.");
        var halls = new List<Hall>();
        while (halls.Count < count) halls.Add(await Open(facilitator, real.Port));
        return halls;
    }

    static async Task<Hall> Open(HttpClient facilitator, int port)
    {
        var opened = await Post(facilitator, "/staff/sessions/new", "session", new()
        {
            ["Form.Key"] = Guid.NewGuid().ToString("N"), ["Form.Title"] = "港の夜", ["Form.Questions"] = "どんな港町にしたいですか", ["Form.Template"] = "HopesWorries",
            ["Form.Dots"] = "3", ["Form.SeatsPerTable"] = "0",
        });
        if (opened is null || Session().Match(opened) is not { Success: true } at) throw new BenchException($"No session was opened: {opened ?? "the page came back"}.");
        var code = at.Groups[1].Value;
        var page = await facilitator.GetStringAsync(new Uri($"/b/{code}", UriKind.Relative));
        return new(port, code, Guid.Parse(BoardId().Match(page).Groups[1].Value), long.Parse(After().Match(page).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Takes a seat and gives back its cookie.</summary>
    public async Task<string> Join()
    {
        var cookies = new CookieContainer();
        using var browser = Browser(port, cookies);
        if (await Post(browser, $"/b/{Code}", "join", []) is null) throw new BenchException("No seat was given.");
        return cookies.GetCookieHeader(new Uri($"http://127.0.0.1:{port}/"));
    }

    static HttpClient Browser(int port, CookieContainer cookies) =>
        new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

    /// <returns>Where it led, or null where the form came back.</returns>
    static async Task<string?> Post(HttpClient browser, string path, string form, Dictionary<string, string> fields)
    {
        var page = await browser.GetStringAsync(new Uri(path, UriKind.Relative));
        fields["_handler"] = form;
        fields["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value;
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(new Uri(path, UriKind.Relative), content);
        return answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther ? answer.Headers.Location?.ToString() : null;
    }

    [GeneratedRegex("/staff/sessions/([0-9]+)")]
    private static partial Regex Session();

    [GeneratedRegex("data-board=\"([0-9a-f-]{36})\"")]
    private static partial Regex BoardId();

    [GeneratedRegex("data-after=\"([0-9]+)\"")]
    private static partial Regex After();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
