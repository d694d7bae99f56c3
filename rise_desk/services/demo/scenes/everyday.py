"""More of the everyday, from the middle of a case: small things that go well, and some that do not."""

from rise_desk.services.demo.scenes.scene import MIDDLE, Chapter, Scene

AFTER = (15 * 60 + 40, 18 * 60 + 40)

CHAPTERS = (
    Chapter(
        contact="home_visit",
        moments=(MIDDLE,),
        hours=AFTER,
        seen="seen_alone",
        place="{home}",
        scenes=(
            Scene(
                "{name} had tidied before I came, and denied it. We sat on the floor with the photographs from last "
                "year and sorted them into three piles.",
                "Keep, keep, don’t look.",
            ),
            Scene(
                "The boiler is out. We talked with our coats on and made a list of who to ring, which cheered "
                "everybody up but the boiler.",
                only="winter",
            ),
            Scene(
                "{name} is cross with me for being on leave last week, and right to be. I said sorry, and when I am "
                "next away.",
                "You can’t just go on holiday. I mean you can.",
            ),
            Scene(
                "We went back to the list of trusted adults. One name came off, two went on. {name} told me why and "
                "asked me to leave the reason out, so I have."
            ),
            Scene(
                "Visit in the garden, both of us in the shade. {name} has started to finish sentences about the "
                "spring.",
                "And then I thought, hang on, why are you being so nice?",
                only="early_summer",
            ),
            Scene("{name} had a new haircut and waited for me to notice. I noticed."),
            Scene(
                "The television stayed on and I left it. In the adverts {name} told me that the nightmares are down "
                "to one a week."
            ),
            Scene(
                "I had expected a bad day after the letter from court. {name} had made soup and wanted to hear what "
                "the letter meant, word by word.",
                only="court",
            ),
            Scene("{name} and I filled in the strengths page. {She} put ‘loud’ under strengths, and I agree."),
            Scene(
                "We talked about lifts from people. {name} listed every safe driver {she} know{s} and there were "
                "seven.",
                "Eight if you count the bus driver.",
            ),
            Scene(
                "Nobody answered at first. Then {name} opened the window upstairs and asked whether I was alone. We "
                "went on from there.",
                "I just check now. It’s not rude, it’s checking.",
            ),
            Scene("{name} wanted to practise ringing the doctor. We did it twice as a joke and once for real."),
            Scene("A short visit because of the football. Both teams were explained to me."),
            Scene(
                "{name} asked what happens to the people who did this to others. I said what I know, what I do not "
                "know, and that neither is {her} job to carry.",
                only="older",
            ),
            Scene(
                "We planned the half-term week, a line for each day, with one empty day on purpose.",
                "The empty one’s the best one.",
            ),
            Scene("{name} had kept the diary we started and read me one line from each week. The lines get longer."),
            Scene(
                "The room smelled of paint: one wall is green now. {Carer} had said yes after some thought.",
                "It’s called Moss. Sounds disgusting, looks sick.",
            ),
            Scene(
                "{name} told me that {friend} has stopped talking to {them}. We did nothing about it, on purpose, but "
                "we talked about it for a long while."
            ),
            Scene(
                "I was shown how a game works in which one builds houses and nobody can get in without an invitation.",
                "You have to knock. Obviously.",
                only="younger",
            ),
            Scene("{name} had drawn a comic of our visits. I always have a bag in it.", only="younger"),
            Scene(
                "We read two chapters of the book about the fox, taking turns. Then {name} asked whether foxes go "
                "home.",
                only="younger",
            ),
            Scene(
                "{name} was wary today. A car like the one from before had been in the street; it belongs to a "
                "plumber. We looked at it together, with its ladder.",
                "I know it’s just a van. My stomach doesn’t know.",
            ),
            Scene(
                "Talked about sixteen: what changes in the law, what does not, and that nobody’s help stops on a "
                "birthday.",
                only="older",
            ),
            Scene(
                "Supper was on the table and I was told to sit. {name} is quieter in company and was funny all the "
                "same."
            ),
            Scene("{name} asked for help with a sorry, to {carer}, and then found that it needed no help."),
        ),
    ),
    Chapter(
        contact="seen_elsewhere",
        moments=(MIDDLE,),
        hours=AFTER,
        seen="seen_alone",
        place="{Outdoors}",
        scenes=(
            Scene(
                "{name} and I timed the walk from the bus to the door: six minutes, four of them lit. I have written "
                "to the council about the other two."
            ),
            Scene(
                "Fast walk, few words. {name} had been asked in class what people at home do, and it had stayed with "
                "{them} all day."
            ),
            Scene(
                "We watched the trains from the bridge. {name} has decided against London for now.",
                "It’ll still be there.",
            ),
            Scene(
                "Bench, coats, one bag of chestnuts. {name} said that winter is easier, because people stay in.",
                only="winter",
            ),
            Scene(
                "{name} saw somebody from before across the square, and we turned into the shop. Afterwards {she} "
                "told me who it was. Written up for the officer the same evening.",
                "Don’t look. Okay, look. Okay, don’t.",
                place="In {town}",
            ),
            Scene(
                "Met at the market. {name} bought socks for {carer} with {her} own money and haggled.",
                "Three for a fiver? I’m a child.",
                place="Market, {town}",
            ),
            Scene(
                "{name} came to the young people’s forum and said one sentence in it. Afterwards four people wanted "
                "to talk to {them}.",
                place="Town hall, {town}",
            ),
            Scene(
                "We got soaked and laughed about it in the bus shelter. Then {name} said, in the middle of laughing, "
                "that {she} had not laughed for a while."
            ),
            Scene(
                "{name} asked to sit in the car with the doors locked and to say nothing. After half an hour {she} "
                "felt better and I drove {them} home.",
                place="In the car",
            ),
            Scene(
                "Charity shop for a winter coat. {name} found one with somebody’s bus ticket from 1998 in the pocket.",
                "I’m keeping the ticket.",
                only="winter",
                place="In {town}",
            ),
            Scene(
                "We had planned the farm and got the farm shop. {name} stroked the only goat for the whole of the "
                "visit.",
                only="younger",
                place="Farm shop",
            ),
            Scene(
                "Open day at the fire station. {name} got to hold the hose and has not stopped mentioning it.",
                only="weekday",
                place="Fire station, {town}",
            ),
            Scene(
                "Drop-in at {cafe}: {name}, {friend} and a long talk about whether it is snitching. We got as far as "
                "this, that keeping someone safe is not.",
                "It’s only snitching if it helps nobody.",
                place="{Cafe}",
            ),
            Scene(
                "{name} wanted me to see the mural under the bridge, with {her} initials in the corner, done with "
                "permission.",
                place="{town}, under the bridge",
            ),
            Scene(
                "We sat in {cafe} and wrote to the Member of Parliament about the night bus. Two drafts. The second "
                "is shorter and angrier.",
                only="older",
                place="{Cafe}",
            ),
        ),
    ),
)
