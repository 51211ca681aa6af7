using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Participation.Bench.Running;

namespace Participation.Bench.Reading;

/// <summary>The limit of <c>read-rendered</c>: a Razor component page from memory, with no database, no language, no sign-in around it.</summary>
static class BarePage
{
    /// <param name="characters">How much text each of its fifty opinions has, by which it is made as large as the real page.</param>
    public static Task Serve(string port, string characters)
    {
        BareOpinions.Text = Sample.Opinion(int.Parse(characters, CultureInfo.InvariantCulture));
        return BareHost.Serve(port, services =>
        {
            services.AddLogging();
            services.AddRouting();
            services.AddAntiforgery();
            services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
            services.AddRazorComponents();
        }, app =>
        {
            app.UseRouting();
            app.UseAntiforgery();
            app.MapRazorComponents<BareOpinions>();
        });
    }
}
