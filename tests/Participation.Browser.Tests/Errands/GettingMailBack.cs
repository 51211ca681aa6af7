using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using Participation.Data;
using Participation.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>A letter comes back: an administrator sees why, and whom it was for hears of it where they still come.</summary>
public sealed class GettingMailBack(GettingMailBack.WithMaildir site) : IClassFixture<GettingMailBack.WithMaildir>
{
    const string Password = "Kamaishi-2026!", Citizen = "citizen@example.jp";

    public sealed class WithMaildir : Site
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("participation-maildir-").FullName;

        protected override Task<ServerProcess> Serve(DatabaseOptions options) =>
            ServerProcess.Start(options, ("Mail__Folder", Path.Combine(Folder, "out")), ("Mail__ReturnedFolder", Path.Combine(Folder, "in")));

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            Directory.Delete(Folder, recursive: true);
        }
    }

    [Fact]
    public async Task From_the_letter_to_the_note_and_to_mail_again()
    {
        var citizen = await site.Visitor(width: 320);
        await citizen.GotoAsync("/account/recover");
        await citizen.GetByLabel("メールアドレス").FillAsync(Citizen);
        await citizen.Locator("main button[type=submit]").ClickAsync();
        await ComeBack();

        var admin = await site.Visitor();
        await admin.SignIn("admin@example.jp", Password);
        // What came back before its letter is marked as sent waits for the next round.
        await Wait.Until(async () =>
        {
            await admin.GotoAsync("/staff/jobs");
            await admin.GetByRole(AriaRole.Button, new() { Name = "（戻ってきたメールの確認" }).ClickAsync();
            await Expect(admin.GetByText("「戻ってきたメールの確認」を行いました。")).ToBeVisibleAsync();
            await admin.GotoAsync("/staff/mail");
            return await admin.GetByRole(AriaRole.Table).Filter(new() { HasText = Citizen }).IsVisibleAsync();
        });
        await Expect(admin.GetByRole(AriaRole.Table)).ToContainTextAsync("550 5.1.1 User unknown");
        await admin.ShouldFindNothing();
        await admin.ShouldFit();

        await citizen.SignIn(Citizen, Password);
        await citizen.GotoAsync("/account");
        await Expect(citizen.GetByText("メールが届いていません")).ToBeVisibleAsync();
        await citizen.ShouldFindNothing();
        await citizen.ShouldFit();
        await citizen.GetByRole(AriaRole.Button, new() { Name = "このアドレスでもう一度メールを受け取る" }).ClickAsync();
        await Expect(citizen.GetByText("メールが届いていません")).ToHaveCountAsync(0);
        await citizen.GotoAsync("/privacy");
        await Expect(citizen.GetByRole(AriaRole.Main)).ToContainTextAsync("送った後も14日間保管します");
    }

    /// <summary>As the city's mail server does it.</summary>
    async Task ComeBack()
    {
        var (sent, arrived) = (Path.Combine(site.Folder, "out"), Path.Combine(site.Folder, "in", "new"));
        Match id = Match.Empty;
        await Wait.Until(() => Directory.Exists(sent)
            && (id = Directory.GetFiles(sent).Select(file => Regex.Match(File.ReadAllText(file), "Message-ID: *(<[^>]+>)", RegexOptions.IgnoreCase)).FirstOrDefault(m => m.Success) ?? Match.Empty).Success);
        Directory.CreateDirectory(arrived);
        await File.WriteAllTextAsync(Path.Combine(arrived, "1.mx"), $"""
            From: MAILER-DAEMON@mx.example.jp
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=part

            --part
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.jp

            Final-Recipient: rfc822; {Citizen}
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 User unknown

            --part
            Content-Type: text/rfc822-headers

            Message-ID: {id.Groups[1].Value}
            Subject: lost

            --part--

            """.ReplaceLineEndings("\r\n"));
    }
}
